"""What a notebook shows a reader: findings, figures and tables, as HTML that a text cannot break out of."""

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from analysis.pages.facts import missing
from analysis.pages.html import gloss, is_arabic, local_link, plain, show, visible

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)
# Elements that draw; the rest (metadata, scripts, foreign content) is left out.
DRAWN = frozenset(
    re.findall(
        r"\w+",
        "svg g defs a path use rect circle ellipse line polyline polygon text tspan title desc style "
        "clipPath linearGradient radialGradient stop pattern mask marker symbol image",
    )
)


@dataclass(frozen=True)
class Html:
    """Markup that a notebook displays as it stands."""

    markup: Markup

    def _repr_html_(self) -> str:
        return str(self.markup)

    def __html__(self) -> Markup:
        return self.markup


def linked(text: object, href: str) -> Markup:
    """A number (or words) that opens the evidence behind it, to be put into a `Finding`."""
    return Markup('<a class="number" href="{}">{}</a>').format(local_link(href), show(text))


class Finding(Html):
    """A generated sentence, its numbers linked to their evidence.

    `Finding("{who} speaks of it in {share} of its sentences.", who=name, share=linked("41 %", href))`:
    the sentence is ours, every value is escaped, Arabic values run from right to left.
    """

    def __init__(self, sentence: str, /, **values: object):
        """`sentence` as for `str.format`; values are text, or markup made by `linked`."""
        shown = {key: value if isinstance(value, int | float) else show(value) for key, value in values.items()}
        inner = Markup.escape(sentence).format(**shown)
        super().__init__(Markup('<p class="finding">{}</p>').format(inner))


def findings(them: Iterable[Finding]) -> Html:
    """The findings as one list, in the order given."""
    items = Markup("").join(Markup("<li>{}</li>").format(finding) for finding in them)
    return Html(Markup('<ul class="findings">{}</ul>').format(items))


def note(text: str) -> Html:
    """A text of people's own, shown as it stands."""
    return Html(Markup('<pre class="note">{}</pre>').format(visible(text)))


def figure(rendered_svg: str, alt: str, caption: object, files: Mapping[str, str] | None = None) -> Html:
    """The figure inline, with alternative text, a caption below and links to its files.

    `rendered_svg` is a whole SVG document; its ids get a prefix of their own, so that figures of one page
    do not mix, and only what draws is kept. `files` maps a name ("SVG", "CSV") to a relative address.
    Links in the drawing stay reachable from the keyboard.
    """
    digest = hashlib.sha256("\0".join([rendered_svg, alt, str(caption)]).encode()).hexdigest()[:10]
    tree = ET.fromstring(rendered_svg)
    _clean(tree)
    _prefix(tree, f"fig-{digest}")
    # An image hides what is in it from assistive technology, links too; a group does not.
    tree.set("role", "group" if tree.find(f".//{{{SVG}}}a") is not None else "img")
    tree.set("aria-label", plain(alt))
    links = Markup(" · ").join(
        Markup('<a href="{}">{}</a>').format(local_link(href), show(name)) for name, href in (files or {}).items()
    )
    return Html(
        FIGURE.format(
            svg=Markup(ET.tostring(tree, encoding="unicode")),
            caption=gloss(caption),
            links=Markup('<span class="files">{}</span>').format(links) if links else "",
        )
    )


FIGURE = Markup('<figure class="chart">\n{svg}\n<figcaption>{caption}{links}</figcaption>\n</figure>')


def _clean(element: ET.Element) -> None:
    """Drops what does not draw (metadata, scripts, handlers) and links that leave the report."""
    for child in list(element):
        if str(child.tag).removeprefix(f"{{{SVG}}}") not in DRAWN:
            element.remove(child)
        else:
            _clean(child)
    for name, value in list(element.attrib.items()):
        local = name.rpartition("}")[2].lower()
        if local.startswith("on") or local == "target" or (local == "href" and not _harmless(element, value)):
            del element.attrib[name]
    if element.tag == f"{{{SVG}}}a" and "aria-label" not in element.attrib:
        where = element.get(f"{{{XLINK}}}href") or element.get("href") or ""
        element.set("aria-label", "Evidence: " + where.rpartition("/")[2].removesuffix(".html"))


def _harmless(element: ET.Element, href: str) -> bool:
    if element.tag == f"{{{SVG}}}image":
        return href.startswith("data:image/png;base64,")
    try:
        return bool(local_link(href))
    except ValueError:
        return False


def _prefix(tree: ET.Element, prefix: str) -> None:
    """Renames every id in the drawing and what refers to it; a style of the drawing stays in the drawing."""
    for element in tree.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, f"{prefix}-{value}")
            elif name.endswith("href") and value.startswith("#"):
                element.set(name, f"#{prefix}-{value[1:]}")
            elif "url(#" in value:
                element.set(name, value.replace("url(#", f"url(#{prefix}-"))
        if element.tag == f"{{{SVG}}}style":
            element.text = re.sub(r"(^|\})\s*([^{}]+)\{", rf"\1#{prefix} \2{{", element.text or "")
    tree.set("id", prefix)


def table(
    frame: pd.DataFrame,
    caption: object = "",
    *,
    links: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
    headings: Mapping[str, str] | None = None,
) -> Html:
    """The columns of a table as HTML; the index is not shown.

    `links` maps a column to the column that holds its hrefs, which is then not shown itself (None: no
    link); `formats` maps a column to a format spec (".0%"); `headings` renames columns for the reader.
    """
    links, formats, headings = links or {}, formats or {}, headings or {}
    columns = [column for column in frame.columns if column not in set(links.values())]
    numeric = {c for c in columns if pd.api.types.is_numeric_dtype(frame[c])}
    sides = {c: NUM if c in numeric else AR if frame[c].map(is_arabic).any() else "" for c in columns}
    head = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(sides[c], show(headings.get(c, c))) for c in columns
    )
    body = Markup("\n").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                _cell(row[c], sides[c], formats.get(c, ""), row[links[c]] if c in links else None) for c in columns
            )
        )
        for row in frame.to_dict("records")
    )
    label = plain(caption) or "table"
    title = Markup("<caption>{}</caption>").format(gloss(caption)) if caption else ""
    return Html(TABLE.format(label=label, title=title, head=head, body=body))


NUM, AR = Markup(' class="num"'), Markup(' class="ar"')
TABLE = Markup(
    '<div class="scroll" role="region" aria-label="{label}" tabindex="0"><table class="data">{title}\n'
    "<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
)


WHOLE = 24  # characters
LONGEST = 2000  # the article's page has a longer text whole


def _cell(value: object, side: str, spec: str, href: object) -> Markup:
    text = "–" if missing(value) else format(value, spec)
    text = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    inner = linked(text, href) if isinstance(href, str) and href else show(text)
    direction = Markup(' dir="rtl" lang="ar"') if side != NUM and is_arabic(text) else ""
    if side != NUM and len(text) <= WHOLE and not any(map(str.isspace, text)):
        inner = Markup('<span class="whole">{}</span>').format(inner)  # a date or an id is not broken at its hyphens
    return Markup("<td{}{}>{}</td>").format(side, direction, inner)
