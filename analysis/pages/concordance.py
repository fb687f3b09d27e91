"""A concordance for readers: right to left, the node in its column, in three orders, without script."""

import hashlib
from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from analysis.measures.concordance import ordered
from analysis.pages.evidence import Html, linked, sentence_href
from analysis.pages.html import gloss, plain, show

ORDERS = {"text": "in the order of the articles", "before": "by the word before", "after": "by the word after"}
MODES = {"own": "outlet", "direct": "quoted", "indirect": "reported", "": ""}


def kwic(lines: pd.DataFrame, caption: object, most: int = 100) -> Html:
    """The lines of a concordance as an exhibit: three orders to choose from, each line linked to its sentence.

    What stands before the node is on its right. Past `most` lines the exhibit says how many it leaves out; those
    shown are spread over the articles: the first of each, then the second of each, and so on.
    """
    turn = lines.groupby("doc_id").cumcount().sort_values(kind="stable")
    shown = lines.loc[turn.index[:most].sort_values()]
    # Details of one name open one at a time; the name must be this exhibit's own.
    name = (
        "kwic-"
        + hashlib.sha256(f"{plain(caption)}\0{lines.to_csv()}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
    )
    views = Markup("\n").join(
        VIEW.format(
            name=name,
            open=Markup(" open") if by == "text" else "",
            order=order,
            label=f"{plain(caption)}, {order}",
            rows=Markup("\n").join(_rows(ordered(shown, by))),
        )
        for by, order in ORDERS.items()
    )
    return Html(EXHIBIT.format(caption=gloss(caption), count=_count(len(lines), len(shown)), views=views))


def _count(lines: int, shown: int) -> str:
    counted = f"{lines:,} lines" if lines != 1 else "1 line"
    return counted if lines == shown else f"{counted}; {lines - shown:,} left out"


def _rows(lines: pd.DataFrame) -> Iterator[Markup]:
    for line in lines.itertuples():
        yield ROW.format(
            left=show(line.left),
            node=linked(line.node, sentence_href(line.doc_id, line.sentence)),
            right=show(line.right),
            outlet=show(line.outlet),
            published=show(line.published),
            whose=show(line.voice if line.mode not in ("", "own") and line.voice else MODES[line.mode]),
        )


EXHIBIT = Markup(
    '<figure class="kwic"><figcaption><span>{caption}</span><span>{count}</span></figcaption>\n{views}\n</figure>'
)
VIEW = Markup(
    '<details name="{name}"{open}><summary>{order}</summary>'
    '<div class="scroll" role="region" aria-label="{label}" tabindex="0" dir="rtl">'
    '<table class="data"><thead><tr><th scope="col" style="text-align:end">before</th>'
    '<th scope="col" style="text-align:center">node</th><th scope="col" style="text-align:start">after</th>'
    '<th scope="col">outlet</th><th scope="col">date</th><th scope="col">voice</th></tr>'
    "</thead>\n<tbody>\n{rows}\n</tbody></table></div></details>"
)
# Aligned here and not in a style sheet: a cell has no class of its own, and few places need this.
ROW = Markup(
    '<tr><td style="text-align:end;white-space:nowrap">{left}</td>'
    '<td style="text-align:center;white-space:nowrap">{node}</td>'
    '<td style="text-align:start;white-space:nowrap">{right}</td>'
    '<td>{outlet}</td><td><span class="whole">{published}</span></td>'
    "<td>{whose}</td></tr>"
)
