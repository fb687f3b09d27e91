"""Executed notebooks as pages."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from markupsafe import Markup
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from analysis.pages.html import TEMPLATES, plain, render, visible

# In the order in which one form of an output is chosen; anything else (scripts, widgets) is not shown.
FORMS = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain"]
UNWANTED = ["script", "noscript", "template", "iframe", "frame", "object", "embed", "applet"]
UNWANTED += ["base", "meta", "link", "form", "input", "button"]


def page(
    notebook: NotebookNode,
    *,
    title: str,
    nav: Sequence[tuple[str, str]] = (),
    here: str | None = None,
    root: str = "",
) -> str:
    """An executed notebook as a page: prose, outputs, and the code folded away; no script, nothing fetched.

    `nav` is a list of (href from the report's root, label), `here` the href of this page, `root` the way
    from it to the report's root. There is no MathJax: an equation is written in HTML (`<p class="equation">`
    with `<i>`, `<sub>`, `<sup>`) or MathML; `$…$` would stay as typed.
    """
    exporter = HTMLExporter(
        template_name=TEMPLATES.name,
        extra_template_basedirs=[str(TEMPLATES.parent)],
        filters={"plain": plain, "visible": visible},
        anchor_link_text="#",
        mathjax_url="",
        require_js_url="",
    )
    exporter.config.NbConvertBase.display_data_priority = FORMS
    cells, _ = exporter.from_notebook_node(notebook)
    return render(
        "notebook.html.j2",
        title=title,
        styles=("notebook",),
        nav=nav,
        here=here,
        root=root,
        body=harmless(cells),
    )


def harmless(markup: str) -> Markup:
    """The markup without what could act or fetch: scripts, frames, forms, handlers, outside images.

    The page's policy forbids all of it anyway; this is the second lock, for cells that let a text in.
    """
    soup = BeautifulSoup(markup, "html.parser")
    for element in soup(UNWANTED):
        element.decompose()
    for element in soup(True):
        for name, value in list(element.attrs.items()):
            if not _allowed(element.name, name.lower(), str(value)):
                del element[name]
    return Markup(str(soup))


def _allowed(tag: str, name: str, value: str) -> bool:
    if name.startswith("on") or name in {"srcdoc", "srcset", "action", "formaction", "ping"}:
        return False
    if name in {"src", "poster", "background"} or (tag == "image" and name.endswith("href")):
        return value.startswith("data:image/")
    if name.endswith("href"):
        return _scheme(value) in {"", "http", "https", "mailto"}
    return True


def _scheme(address: str) -> str:
    try:
        return urlsplit("".join(address.split())).scheme
    except ValueError:
        return "unknown"
