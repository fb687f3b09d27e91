"""One article as a page: the raw text, line by line, with what was made of it beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd
from markupsafe import Markup

from analysis.pages.facts import byline, facts, known, missing
from analysis.pages.html import is_arabic, is_latin, render, show, visible
from analysis.pages.marks import frame_class, hits_by_sentence, marked

# The roles whose sentences are counted; lines of every other role are shown dimmed.
READ = frozenset({"headline", "deck", "body"})

# Okabe and Ito's colours, darkened where needed to stand out from white paper; then they repeat.
HUES = ("#0072b2", "#c75000", "#00805a", "#a4478a", "#8a6d00", "#2b7fb8", "#7a3b9c", "#555555")

LINE = Markup(
    '<div class="line {state} {role}"><div class="text" dir="{direction}">{text}</div>'
    '<div class="margin" dir="ltr" lang="en">{role}{rule}</div></div>\n'
)
END = Markup('<span class="end">{}</span>')
# The number is drawn by the style sheet, so that the text copied from a page is the text alone.
ANCHOR = Markup('<span class="s" id="s{n}"><a class="n" href="#s{n}" aria-label="sentence {n}" data-n="{n}"></a>')


def article_page(
    document: Mapping,
    text: str,
    lines: pd.DataFrame,
    sentences: pd.DataFrame,
    hits: pd.DataFrame,
    frames: Iterable = (),
    *,
    nav: Sequence[tuple[str, str]] = (),
) -> str:
    """The page `articles/{page_name(doc_id)}.html` of one document; sentence n has the anchor `s{n}`.

    `document` is a row of the documents table; `lines`, `sentences` and `hits` hold this document's rows
    only, with offsets in code points into `text`; `frames` are the codebook's (id, name_en, name_ar).
    The text of the elements of class `text`, badges read back, joins to `text`.
    """
    ids = _frame_ids(frames, hits)
    body = Markup("").join(_lines(text, lines, sentences, hits, ids))
    counts = Counter(hits["frame"])
    legend = [
        {"class": frame_class(i), "hue": HUES[n % len(HUES)], "name": show(name), "count": counts[i]}
        for n, (i, name) in enumerate(ids.items())
    ]
    title = known(document).get("headline") or str(document["doc_id"])
    return render(
        "article.html.j2",
        title=title,
        styles=("article",),
        root="../",
        nav=nav,
        byline=byline(document),
        date_basis=known(document).get("date_basis"),
        arabic=is_arabic(title),
        facts=facts(document),
        legend=legend,
        body=body,
    )


def _frame_ids(frames: Iterable, hits: pd.DataFrame) -> dict[str, str]:
    """Frame id → name, the codebook's first and in its order, then ids that only the hits know."""
    names = {frame.id: f"{frame.name_en} · {frame.name_ar}" for frame in frames}
    return names | {i: i for i in sorted(set(hits["frame"]) - names.keys())}


def _lines(text, lines, sentences, hits, names) -> Iterator[Markup]:
    """The lines in their order, each with its text and its role."""
    spans = defaultdict(list)
    for row in sentences.sort_values("start").itertuples():
        spans[row.line].append((row.start, row.end, row.sentence))
    by_sentence = hits_by_sentence(hits)
    for row in lines.sort_values("line").itertuples():
        found = [(*span, by_sentence.get(span[2], ())) for span in spans.get(row.line, ())]
        inner = Markup("").join(_line(text, row, found, names))
        yield LINE.format(
            state="read" if row.role in READ else "aside",
            role=visible(row.role),
            direction="ltr" if is_latin(text[row.start : row.end]) else "rtl",
            text=inner + (row.ending if row.ending == "\n" else END.format(visible(row.ending))),
            rule=_rule(row.rule),
        )


def _rule(rule: object) -> Markup:
    return Markup("") if missing(rule) else Markup(' <span class="rule">{}</span>').format(show(rule))


def _line(text: str, line, found: Sequence[tuple], names: Mapping[str, str]) -> Iterator[Markup]:
    """A line's sentences, each in its anchor, and whatever stands between them."""
    at = line.start
    for start, end, number, hits in found:
        yield visible(text[at:start])
        yield ANCHOR.format(n=number)
        yield from marked(text, start, end, hits, names)
        yield Markup("</span>")
        at = end
    yield visible(text[at : line.end])
