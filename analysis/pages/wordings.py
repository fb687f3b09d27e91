"""The same words as two reports print them, word over word, as a page: differences are marked without colour."""

from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from analysis.pages.evidence import sentence_href
from analysis.pages.html import page_name, render, visible

MARKS = {  # kind: what a reader calls it
    "spelling": "spelling only",
    "punctuation": "punctuation only",
    "order": "moved",
    "insertion": "only in the second",
    "deletion": "only in the first",
    "substitution": "other words",
}
COLUMN = Markup('<span class="col{kind}"{title}><span>{a}</span><span>{b}</span></span>')
TITLED = Markup(' title="{}"')


def wordings_href(event: object, variant: int) -> str:
    """Where, from the report's root, a pair of passages of an event stands."""
    return f"wordings/{page_name(event)}.html#v{variant}"


def wordings_page(
    title: str,
    variants: pd.DataFrame,
    words: pd.DataFrame,
    *,
    left_out: int,
    nav: Sequence[tuple[str, str]] = (),
) -> str:
    """The page of an event's pairs of passages, each word over word with its differences.

    variants: those shown, with sentence_a and sentence_b; words: their rows of the table variant_words; left_out: how
    many pairs more the tables hold.
    """
    of = dict(list(words.groupby("variant", sort=False)))
    pairs = [
        {
            **row,
            "columns": Markup(" ").join(_column(word) for word in of[row["variant"]].itertuples()),
            "names": of[row["variant"]].iloc[0][["outlet_a", "outlet_b"]].tolist(),
            "hrefs": [sentence_href(row[f"doc_{side}"], row[f"sentence_{side}"]) for side in "ab"],
        }
        for row in variants.to_dict("records")
    ]
    kinds = [kind for kind in MARKS if kind in set(words["kind"])]
    legend = [(kind, MARKS[kind]) for kind in kinds]
    return render(
        "wordings.html.j2",
        title=title,
        root="../",
        nav=nav,
        pairs=pairs,
        legend=legend,
        left_out=left_out,
        styles=("wordings",),
    )


def _column(word) -> Markup:
    kind = f" {word.kind}" if word.kind else ""
    title = TITLED.format(MARKS[word.kind]) if word.kind else ""
    return COLUMN.format(kind=kind, title=title, a=visible(word.word_a), b=visible(word.word_b))
