"""One article as a page: the raw text, line by line, with what was made of it beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd
from markupsafe import Markup

from analysis.pages.facts import byline, facts, known, missing
from analysis.pages.html import is_arabic, is_latin, plain, render, show, visible
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
VOICE = Markup('<span class="voice {mode}"{label} title="{mode}: {name}">{inner}</span>')
VOICE_LABEL = Markup(' data-voice="{}"')
ANCHOR = Markup('<span class="s" id="s{n}"><a class="n" href="#s{n}" aria-label="sentence {n}" data-n="{n}"></a>')


def article_page(
    document: Mapping,
    text: str,
    lines: pd.DataFrame,
    sentences: pd.DataFrame,
    hits: pd.DataFrame,
    spans: pd.DataFrame,
    frames: Iterable = (),
    *,
    nav: Sequence[tuple[str, str]] = (),
) -> str:
    """The page `articles/{page_name(doc_id)}.html` of one document; sentence n has the anchor `s{n}`.

    `document` is a row of the documents table; `lines`, `sentences`, `hits` and `spans` (of voices, as
    `analysis.measures.voices.voice_spans` gives them) hold this document's rows only, with offsets in code
    points into `text`; `frames` are the codebook's (id, name_en, name_ar).
    The text of the elements of class `text`, badges read back, joins to `text`.
    """
    ids = _frame_ids(frames, hits)
    body = Markup("").join(_lines(text, lines, sentences, hits, spans, ids))
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


def _lines(text, lines, sentences, hits, spans, names) -> Iterator[Markup]:
    """The lines in their order, each with its text and its role."""
    by_line = defaultdict(list)
    for row in sentences.sort_values("start").itertuples():
        by_line[row.line].append((row.start, row.end, row.sentence))
    by_sentence, voices = hits_by_sentence(hits), _voices(spans)
    for row in lines.sort_values("line").itertuples():
        found = [
            (number, by_sentence.get(number, ()), voices.get(number) or [(start, end, "", "own", False)])
            for start, end, number in by_line.get(row.line, ())
        ]
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


def _voices(spans: pd.DataFrame) -> dict[int, list[tuple]]:
    """Sentence → its stretches (start, end, voice, mode, whether somebody else spoke before)."""
    found, before = defaultdict(list), ""
    for row in spans.sort_values("start").itertuples():
        spoken = row.mode != "own"
        found[row.sentence].append((row.start, row.end, row.voice, row.mode, spoken and row.voice != before))
        before = row.voice if spoken else ""
    return found


def _line(text: str, line, found: Sequence[tuple], names: Mapping[str, str]) -> Iterator[Markup]:
    """A line's sentences, each in its anchor and its stretches of voices, and whatever stands between them."""
    at = line.start
    for number, hits, stretches in found:
        yield visible(text[at : stretches[0][0]])
        yield ANCHOR.format(n=number)
        for start, end, voice, mode, new in stretches:
            inner = Markup("").join(marked(text, start, end, hits, names))
            yield _voiced(inner, voice, mode, new)
            at = end
        yield Markup("</span>")
    yield visible(text[at : line.end])


def _voiced(inner: Markup, voice: str, mode: str, new: bool) -> Markup:
    if mode == "own":
        return inner
    label = VOICE_LABEL.format(plain(voice or "؟")) if new else ""
    return VOICE.format(mode=mode, label=label, name=plain(voice) or "nobody named", inner=inner)
