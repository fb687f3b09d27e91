"""The sentences behind a number: a few in the notebook, all of them on a page of their own."""

from collections.abc import Iterator, Sequence

import pandas as pd
from markupsafe import Markup

from analysis.pages.exhibits import Finding, Html, figure, findings, linked, note, table
from analysis.pages.facts import byline
from analysis.pages.html import hashed_name, is_arabic, page_name, render
from analysis.pages.marks import Hit, marked

__all__ = [
    "Finding",
    "Html",
    "evidence_href",
    "evidence_page",
    "figure",
    "findings",
    "linked",
    "note",
    "passages",
    "sentence_href",
    "table",
]


def evidence_href(kind: str, **keys: object) -> str:
    """Where, from the report's root, the evidence page of one number lies.

    `evidence_href("frames", outlet="almodon", frame="partnership")` →
    `'evidence/frames/almodon--partnership.html'`. The values tell pages of one kind apart, in the order
    given; whatever they hold, two different lists of values never share a page.
    """
    parts = [_part(value) for value in keys.values()]
    return f"evidence/{page_name(kind)}/{'--'.join(parts) or 'all'}.html"


def _part(value: object) -> str:
    """A page name that holds no double hyphen of its own and none at its ends, so that joining is safe."""
    name = page_name(value)
    return hashed_name(name) if "--" in name or name[0] == "-" or name[-1] == "-" else name


def sentence_href(doc_id: object, sentence: int) -> str:
    """Where, from the report's root, a sentence stands in its article."""
    return f"articles/{page_name(doc_id)}.html#s{sentence}"


def passages(
    hits: pd.DataFrame,
    sentences: pd.DataFrame,
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    most: int = 3,
) -> Html:
    """Up to `most` sentences in which the hits lie, as quotations with their outlet, date and link.

    Spread over the articles: the first such sentence of each document, in the order of `documents`, then
    the second of each, and so on; the same tables always give the same passages.
    """
    found = _sentences_with(hits, sentences, documents)
    turn = found.groupby("doc_id", sort=False).cumcount()
    chosen = found.assign(turn=turn).sort_values(["turn", "rank"], kind="stable").head(most)
    quotes = Markup("\n").join(_quotes(chosen, hits, texts, documents, root=""))
    return Html(Markup('<div class="passages">{}</div>').format(quotes or "No passage."))


def evidence_page(
    title: str,
    hits: pd.DataFrame,
    sentences: pd.DataFrame,
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    nav: Sequence[tuple[str, str]] = (),
    unit: str = "hit",
    most: int = 1000,
) -> str:
    """The page at `evidence_href(...)`: how many hits in how many sentences of how many articles, and each.

    `hits` are those counted in the number; `unit` is what one of them is called. Past `most` sentences the page
    says how many it leaves out.
    """
    found = _sentences_with(hits, sentences, documents)
    return render(
        "evidence.html.j2",
        title=title,
        root="../../",
        nav=nav,
        counts=[
            _count(len(hits), unit),
            _count(len(found), "sentence"),
            _count(found["doc_id"].nunique(), "article"),
        ],
        left_out=max(0, len(found) - most),
        quotes=_quotes(found.head(most), hits, texts, documents, root="../../"),
    )


def _count(n: int, unit: str) -> str:
    return f"{n:,} {unit}" if n == 1 else f"{n:,} {unit}s"


def _sentences_with(hits: pd.DataFrame, sentences: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The sentences in which the hits lie, each once, in the order of the documents; adds `rank`."""
    keys = hits[["doc_id", "sentence"]].drop_duplicates()
    found = keys.merge(sentences, on=["doc_id", "sentence"], validate="one_to_one")
    rank = pd.Series(range(len(documents)), index=documents["doc_id"].to_numpy())
    found = found.assign(rank=found["doc_id"].map(rank))
    if len(found) != len(keys) or found["rank"].isna().any():
        raise ValueError(f"{len(keys) - len(found)} hits lie in no known sentence or document")
    return found.sort_values(["rank", "sentence"])


def _quotes(
    found: pd.DataFrame, hits: pd.DataFrame, texts: pd.DataFrame, documents: pd.DataFrame, root: str
) -> Iterator[Markup]:
    wanted = set(found["doc_id"])
    text_of = texts[texts["doc_id"].isin(wanted)].set_index("doc_id")["text"]
    about = documents[documents["doc_id"].isin(wanted)].set_index("doc_id").to_dict("index")
    spans = _spans(hits[hits["doc_id"].isin(wanted)])
    for row in found.itertuples():
        text = text_of[row.doc_id]
        its_hits = spans[row.doc_id, row.sentence]
        start, end = window(text, row.start, row.end, its_hits[0])
        shown = [hit for hit in its_hits if start <= hit.start and hit.end <= end]
        inner = Markup("").join(marked(text, start, end, shown, {}))
        inner = CUT * (start > row.start) + inner + CUT * (end < row.end)
        yield QUOTE.format(
            attributes=RTL if is_arabic(text[row.start : row.end]) else "",
            text=inner,
            source=byline(about[row.doc_id]),
            href=root + sentence_href(row.doc_id, row.sentence),
            n=row.sentence,
        )


def window(text: str, start: int, end: int, hit: Hit) -> tuple[int, int]:
    """The sentence, or of one without end the words around its first hit: the article has it whole."""
    if end - start <= LONGEST:
        return start, end
    first, last = max(start, hit.start - LONGEST // 2), min(end, hit.end + LONGEST // 2)
    if first > start:
        first = text.find(" ", first, hit.start) + 1 or first
    if last < end:
        last = max(text.rfind(" ", hit.end, last), hit.end)
    return first, last


LONGEST = 1500  # code points; the longest sentences of newspapers stay below
CUT = Markup("…")
RTL = Markup(' dir="rtl" lang="ar"')
QUOTE = Markup(
    '<figure class="passage"><blockquote{attributes}>{text}</blockquote>'
    '<figcaption>{source}<a href="{href}">sentence {n}</a></figcaption></figure>'
)


def _spans(hits: pd.DataFrame) -> dict[tuple, list[Hit]]:
    spans: dict[tuple, list[Hit]] = {}
    for row in hits.sort_values(["start", "end", "frame"]).itertuples():
        hit = Hit(row.start, row.end, row.frame, row.entry)
        spans.setdefault((row.doc_id, row.sentence), []).append(hit)
    return spans
