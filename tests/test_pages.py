"""Pages: what a text holds is shown and never acts; every link has its anchor; the same bytes each time."""

import os
import re
import shutil
import subprocess
import sys
import time
from html.parser import HTMLParser
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from analysis.errors import InputError
from analysis.pages import evidence
from analysis.pages.articles import article_page
from analysis.pages.dictionary import data_dictionary
from analysis.pages.execution import execute, scrub
from analysis.pages.files import write, write_assets
from analysis.pages.html import TEMPLATES, gloss, local_link, page_name, plain, render, show, visible
from analysis.pages.marks import Hit, marked
from analysis.pages.notebooks import page

SCRIPT = "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
FRAMES = [
    SimpleNamespace(id="partnership", name_en="Partnership", name_ar="شراكة"),
    SimpleNamespace(id="security", name_en="Security", name_ar="أمن"),
]


SENTENCE_COLUMNS = ["doc_id", "sentence", "line", "start", "end", "role"]
NO_SPANS = pd.DataFrame(columns=["sentence", "start", "end", "voice", "mode"])
HIT_COLUMNS = ["doc_id", "sentence", "start", "end", "frame", "entry"]


class Reader(HTMLParser):
    """What a browser would find: ids, links, and the text of elements of class `text`, badges read back."""

    def __init__(self, page: str):
        super().__init__()
        self.ids, self.links, self.tags, self.text = [], [], [], []
        self.depth, self.badge = 0, False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if "href" in attrs else []
        if tag == "div":
            self.depth = self.depth + 1 if self.depth else int(attrs.get("class") == "text")
        if self.depth and attrs.get("class") == "ctl":
            self.badge = True
            self.text.append(chr(int(attrs["title"][2:], 16)))

    def handle_endtag(self, tag):
        self.depth -= tag == "div" and self.depth > 0
        self.badge &= tag != "bdi"

    def handle_data(self, data):
        if self.depth and not self.badge:
            self.text.append(data)


def tables(text, doc_id="d1", hits=(), **facts):
    """One document's tables; sentences end at a full stop, `hits` are (start, end, frame)."""
    lines, sentences = [], []
    for found in re.finditer(r"([^\n\r]*)(\r\n|\n|\r|\Z)", text):
        if found.start() == len(text):
            break
        line = len(lines)
        role = "body" if found[1].strip() else "blank"
        lines.append((doc_id, line, *found.span(1), found[2], role, None))
        for piece in re.finditer(r"\S[^.]*\.?", found[1]):
            start, end = (found.start() + at for at in piece.span())
            sentences.append((doc_id, len(sentences), line, start, end, role))
    lines = pd.DataFrame(lines, columns=["doc_id", "line", "start", "end", "ending", "role", "rule"])
    sentences = pd.DataFrame(sentences, columns=["doc_id", "sentence", "line", "start", "end", "role"])
    rows = [
        (doc_id, int(sentences["sentence"][(sentences["start"] <= a).to_numpy()].max()), a, b, frame, "entry")
        for a, b, frame in hits
    ]
    hits = pd.DataFrame(rows, columns=["doc_id", "sentence", "start", "end", "frame", "entry"])
    document = {"doc_id": doc_id, "outlet": "o", "published": "2020-01-02", "headline": None} | facts
    return document, lines, sentences, hits


def article(text, frames=FRAMES, **given):
    document, lines, sentences, hits = tables(text, **given)
    return article_page(document, text, lines, sentences, hits, NO_SPANS, frames)


def corpus(texts, word):
    """Tables of several documents in which every occurrence of a word is a hit."""
    parts = []
    for doc_id, text in texts.items():
        spans = [(*found.span(), "partnership") for found in re.finditer(word, text)]
        parts.append((*tables(text, doc_id, spans), {"doc_id": doc_id, "text": text}))
    documents, _, sentences, hits, rows = zip(*parts, strict=True)
    return pd.concat(hits), pd.concat(sentences), pd.DataFrame(rows), pd.DataFrame(documents)


# --- text to HTML


def test_hostile_characters_are_seen():
    assert plain("a\x00\u202eb\u2066\x7f\x85\ud800") == "a␀⟨RLO⟩b⟨LRI⟩␡⟨U+0085⟩⟨U+D800⟩"
    assert visible("<\x1b>") == '&lt;<bdi class="ctl" title="U+001B" data-name="ESC">␛</bdi>&gt;'
    assert visible("\u200e\u200f\u061c\t\n") == "\u200e\u200f\u061c\t\n"


def test_arabic_is_set_apart_in_english_and_alone():
    assert show("أمس") == '<bdi dir="rtl" lang="ar">أمس</bdi>'
    assert show("the day after (أمس)") == 'the day after (<bdi dir="rtl" lang="ar">أمس</bdi>)'
    assert show("AFP: قالت مصادر") == '<bdi dir="rtl" lang="ar">AFP: قالت مصادر</bdi>'
    assert gloss("see رأي طويل") == 'see <bdi dir="rtl" lang="ar">رأي طويل</bdi>'
    assert show("stated: ١٩ أيار ٢٠٢٢.") == 'stated: <bdi dir="rtl" lang="ar">١٩ أيار ٢٠٢٢</bdi>.'


@given(ANY_TEXT, ANY_TEXT)
@example("ABC", "abc")
@example("a", "a.")
@example("x~y", "x")
def test_page_names_are_safe_and_apart(one, other):
    name = page_name(one)
    assert re.fullmatch(r"(?!\.)[a-z0-9._~-]{1,80}(?<!\.)", name)
    assert one == other or name.casefold() != page_name(other).casefold()


def test_page_names_stay_readable_and_leave_a_folder_its_own():
    assert page_name("004_b12d04d3") == "004_b12d04d3"
    assert page_name("A Paper/../etc").startswith("a-paper-etc~")
    assert all("~" in page_name(name) for name in ("index", "con", "nul.txt", "..", "", "a" * 81, "صحيفة"))


@given(st.lists(ANY_TEXT, min_size=2, max_size=2), st.lists(ANY_TEXT, min_size=2, max_size=2))
@example(["a--b", "c"], ["a", "b--c"])
@example(["a-", "b"], ["a", "-b"])
def test_evidence_pages_are_apart(one, other):
    first, second = (evidence.evidence_href("frames", outlet=v[0], frame=v[1]) for v in (one, other))
    assert one == other or first != second
    assert local_link(first) == first


def test_evidence_href_is_the_one_agreed_on():
    href = evidence.evidence_href("frames", outlet="almodon", frame="partnership")
    assert href == "evidence/frames/almodon--partnership.html"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "//host/x", "/etc/x", "http://h/", "a\x00b"])
def test_links_stay_in_the_report(href):
    with pytest.raises(ValueError, match="within the report"):
        evidence.linked("1", href)


# --- articles


@given(st.text(st.characters(codec=None), max_size=80))
@example("قال.\r\n\r\nثم\u202e عاد. <script>\x00\ud800&amp;\n")
def test_an_article_page_gives_the_text_back(text):
    assert "".join(Reader(article(text)).text) == text


def test_a_browser_is_given_no_carriage_return_to_lose():
    assert "\r" not in article("سطر.\r\nسطر.\r")


def test_sentences_are_anchors_and_ids_unique():
    page = Reader(article("جملة أولى. جملة ثانية.\n\nجملة ثالثة."))
    assert [i for i in page.ids if i.startswith("s")] == ["s0", "s1", "s2"]
    assert len(page.ids) == len(set(page.ids))
    assert {"#s0", "#s1", "#s2"} <= set(page.links)


def test_overlapping_hits_are_cut_and_list_all_frames():
    hits = [Hit(2, 8, "a", "x"), Hit(5, 10, "b", "y"), Hit(6, 7, "a", "z")]
    pieces = list(marked("0123456789abc", 0, 13, hits, {"b": "Bee"}))
    assert Markup("").join(pieces).striptags() == "0123456789abc"
    titles = [re.search('title="([^"]*)"', piece) for piece in pieces]
    assert [found and found[1] for found in titles] == [
        None,
        "a: x",
        "a: x; Bee: y",
        "a: x; Bee: y; a: z",
        "a: x; Bee: y",
        "Bee: y",
        None,
    ]


@given(st.lists(st.tuples(st.integers(-3, 25), st.integers(1, 9)), max_size=8), st.integers(0, 9))
def test_marks_never_change_the_text(spans, start):
    text = "abcdefghijklmnopqrst"
    hits = sorted(Hit(a, a + n, "f", "e") for a, n in spans)
    assert Markup("").join(marked(text, start, 20, hits, {})).striptags() == text[start:]


def test_an_article_shows_whose_words_are_whose_and_keeps_the_text():
    text = "قال سامي: إن العمل مستمر. وعاد."
    document, lines, sentences, hits = tables(text, hits=[(5, 16, "security")])
    rows = [(0, 0, 9, "outlet", "own"), (0, 9, 16, "سامي", "indirect"), (0, 16, 25, "سامي", "direct")]
    rows += [(1, 26, 31, SCRIPT, "direct")]
    spans = pd.DataFrame(rows, columns=NO_SPANS.columns)
    page = article_page(document, text, lines, sentences, hits, spans, FRAMES)
    assert "".join(Reader(page).text) == text
    names = [attrs["data-voice"] for tag, attrs in Reader(page).tags if "data-voice" in attrs]
    assert names == ["سامي", SCRIPT], "a name stands where the voice changes, and once only"
    assert [a["class"] for t, a in Reader(page).tags if a.get("class", "").startswith("voice ") and "title" in a] == [
        "voice indirect",
        "voice direct",
        "voice direct",
    ]
    assert "<script>" not in page


def test_what_was_set_aside_is_dimmed_and_named():
    document, lines, sentences, hits = tables("المصدر: صحيفة\nجملة.")
    lines.loc[0, ["role", "rule"]] = ["credit", "source line"]
    page = article_page(document, "المصدر: صحيفة\nجملة.", lines, sentences, hits, NO_SPANS, FRAMES)
    assert '<div class="line aside credit">' in page
    assert 'credit <span class="rule">source line</span>' in page
    assert '<div class="line read body">' in page


def test_a_huge_single_line_takes_seconds():
    text = "قالت الوكالة إن التعاون مستمر بين البلدين. " * 120_000
    document, lines, _, _ = tables("")
    starts = range(0, len(text), 43)
    lines.loc[0] = ["d1", 0, 0, len(text), "", "body", None]
    sentences = pd.DataFrame({"doc_id": "d1", "sentence": range(len(starts)), "line": 0, "start": starts})
    sentences["end"] = sentences["start"] + 42
    hits = sentences.assign(start=sentences["start"] + 16, end=sentences["start"] + 23, frame="f", entry="e")
    began = time.perf_counter()
    page = article_page(document, text, lines, sentences, hits, NO_SPANS, FRAMES)
    assert time.perf_counter() - began < 30
    assert page.count("<mark") == len(starts) == 120_000


# --- evidence


def test_every_evidence_link_has_its_anchor():
    texts = {"d/1": "لا شيء. تعاون أول.\nتعاون ثان.", "D2": "تعاون ثالث."}
    hits, sentences, rows, documents = corpus(texts, "تعاون")
    page = Reader(evidence.evidence_page("o × f", hits, sentences, rows, documents))
    links = [link.removeprefix("../../") for link in page.links if "articles/" in link]
    assert len(links) == 3
    anchors = {f"articles/{page_name(d)}.html": Reader(article(t, doc_id=d)).ids for d, t in texts.items()}
    for address, _, anchor in (link.partition("#") for link in links):
        assert anchor in anchors[address]


def test_passages_are_spread_over_documents():
    hits, sentences, rows, documents = corpus({"b": "تعاون. تعاون. تعاون.", "a": "كلام. تعاون."}, "تعاون")
    shown = evidence.passages(hits.sample(frac=1, random_state=3), sentences, rows, documents, most=3)
    assert re.findall(r"articles/(\w)\.html#s(\d)", shown._repr_html_()) == [
        ("b", "0"),
        ("a", "1"),
        ("b", "1"),
    ]


def test_an_evidence_page_counts_and_says_what_it_leaves_out():
    hits, sentences, rows, documents = corpus({"a": "تعاون تعاون. تعاون. كلام."}, "تعاون")
    page = evidence.evidence_page("t", hits, sentences, rows, documents, most=1)
    assert "3 hits in 2 sentences of 1 article." in page
    assert "The last 1 of these sentences" in page
    with pytest.raises(ValueError, match="in no known sentence"):
        evidence.evidence_page("t", hits.assign(sentence=99), sentences, rows, documents)


# --- exhibits


def test_a_finding_escapes_values_and_links_numbers():
    finding = evidence.Finding("{who} & {n}: {p:.0%}", who=SCRIPT, n=evidence.linked("41 %", "e/x.html"), p=0.5)
    shown = finding._repr_html_()
    assert '&amp; <a class="number" href="e/x.html">41 %</a>: 50%</p>' in shown
    assert "<script" not in shown and "<img" not in shown
    assert f"<li>{shown}</li>" in evidence.findings([finding])._repr_html_()


DRAWING = (
    '<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><metadata>m</metadata><style>*{stroke:red}</style>'
    '<defs><path id="g"/><clipPath id="c"/></defs><script>x</script>'
    '<a xlink:href="evidence/frames/a--b.html" target="_blank"><use xlink:href="#g" clip-path="url(#c)"/></a>'
    '<a xlink:href="javascript:x" onclick="x"><path/></a></svg>'
)


def test_figures_keep_apart_reachable_and_harmless():
    one, other = (evidence.figure(DRAWING, alt, "c", {"CSV": "f.csv"})._repr_html_() for alt in ("A", "B"))
    ids = Reader(one).ids + Reader(other).ids
    assert len(ids) == len(set(ids)) == 6
    assert set(re.findall(r'(?:url\(|href=")#([^)"]+)', one)) <= set(Reader(one).ids)
    assert 'aria-label="A"' in one and 'role="group"' in one and 'viewBox="0 0 1 1"' in one
    assert 'aria-label="Evidence: a--b"' in one and "f.csv" in one
    assert not re.search("script|onclick|target|metadata|<!|<\\?", one)
    assert f"#{Reader(one).ids[0]} *{{stroke:red}}" in one


def test_a_table_escapes_and_gives_each_cell_its_direction():
    frame = pd.DataFrame({"name": ["المدن", SCRIPT], "n": [0.5, None], "to": ["x.html", None]})
    shown = evidence.table(frame, "c", links={"n": "to"}, formats={"n": ".0%"})._repr_html_()
    assert '<td class="ar" dir="rtl" lang="ar">' in shown
    assert '<td class="num"><a class="number" href="x.html">50%</a></td>' in shown
    assert '<td class="num">–</td>' in shown and "<script" not in shown and "<img" not in shown


# --- notebooks


def notebook_file(path, *sources):
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_markdown_cell("# A question"), nbformat.v4.new_code_cell("draws = 1")]
    notebook.cells[1].metadata["tags"] = ["parameters"]
    notebook.cells += [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(notebook, path)
    return path


def test_two_executions_give_the_same_bytes(tmp_path):
    path = notebook_file(
        tmp_path / "one.ipynb",
        "import analysis, os, sys, warnings\nprint(draws, os.getcwd(), sys.prefix)",
        "warnings.warn('careful')\nprint('out', flush=True)\nprint('err', file=sys.stderr)\nobject()",
        "assert os.path.samefile(sys.executable, given)",
    )
    values = {"draws": 7, "given": sys.executable}
    runs = [execute(path, values, tmp_path) for _ in range(2)]
    one, other = (nbformat.writes(run) for run in runs)
    assert one == other
    assert "7 . <python>" in one and str(tmp_path) not in one and sys.prefix not in one
    assert not re.search(r"0x[0-9a-f]{6}|papermill|duration|ipykernel_\d|\d{4}-\d\d-\d\d", one)
    pages = [page(run, title="One", nav=[("one.html", "One")], here="one.html") for run in runs]
    assert pages[0] == pages[1]
    assert "<details" in pages[0] and 'aria-current="page"' in pages[0] and "parameters of this run" in pages[0]


def test_another_kernel_of_the_same_name_is_not_started(tmp_path, monkeypatch):
    spec = tmp_path / "jupyter" / "kernels" / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text('{"argv": ["false"], "display_name": "no", "language": "python"}')
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    path = notebook_file(tmp_path / "n.ipynb", "print(draws)")
    assert execute(path, {}, tmp_path).cells[2].outputs[0].text == "1\n"


SEE_MORE = "ZeroDivisionError: division by zero; open it in JupyterLab to see more"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("\n1 / 0", "{path}: cell 3 (1 / 0): " + SEE_MORE),
        ("import os\nos._exit(1)", "{path}: its Python stopped: Kernel died; run it by hand"),
        (
            "from analysis.errors import InputError\nraise InputError('a.yml: here: bad; mend it')",
            "a.yml: here: bad; mend it",
        ),
    ],
)
def test_a_failing_cell_is_one_line(tmp_path, source, line):
    path = notebook_file(tmp_path / "bad.ipynb", source)
    for parameters in ({"draws": 3}, {}):
        with pytest.raises(InputError) as failure:
            execute(path, parameters, tmp_path)
        assert str(failure.value) == line.format(path=path)


def test_how_a_kernel_cut_its_streams_does_not_show():
    def streams(*pieces):
        outputs = [nbformat.v4.new_output("stream", name=name, text=text) for name, text in pieces]
        outputs.append(nbformat.v4.new_output("display_data", data={"text/plain": "x"}))
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("c", outputs=outputs)])

    one = streams(("stdout", "a\n"), ("stderr", "w\n"), ("stdout", "b\n"))
    other = streams(("stderr", "w\n"), ("stdout", "a\nb\n"))
    assert nbformat.writes(scrub(one)) == nbformat.writes(scrub(other))
    assert [output.get("text") for output in one.cells[0].outputs] == ["a\nb\n", "w\n", None]


@pytest.mark.parametrize("held", ["{", '{"cells": 1}', None])
def test_an_unreadable_notebook_is_one_line(tmp_path, held):
    path = tmp_path / "x.ipynb"
    if held is not None:
        path.write_text(held)
    with pytest.raises(InputError, match="not a readable notebook") as failure:
        execute(path, {}, tmp_path)
    assert "\n" not in str(failure.value)


def hostile_notebook():
    """A notebook as executed, whose cells let a text through by every road there is."""
    outside = '<img src="http://127.0.0.1/x.png"><a href="java&#10;script:document.title=1">x</a>'
    outputs = [
        nbformat.v4.new_output("display_data", data={"text/html": SCRIPT + outside}),
        nbformat.v4.new_output("display_data", data={"text/markdown": SCRIPT}),
        nbformat.v4.new_output("display_data", data={"text/plain": SCRIPT + "\u202e"}),
        nbformat.v4.new_output("display_data", data={"image/svg+xml": f"<svg>{SCRIPT}</svg>"}),
        nbformat.v4.new_output("display_data", data={"application/javascript": "document.title='pwned'"}),
        nbformat.v4.new_output("stream", name="stdout", text=SCRIPT),
    ]
    return nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# T\n\n" + SCRIPT + outside + "<meta http-equiv=refresh content=0>"),
            nbformat.v4.new_code_cell("x = '<script>'", outputs=outputs),
        ]
    )


@pytest.mark.filterwarnings("ignore:Your element with mimetype")
def test_a_notebook_page_holds_nothing_that_acts_or_fetches():
    made = page(hostile_notebook(), title=SCRIPT)
    found = Reader(made)
    assert not {tag for tag, _ in found.tags} & {"script", "link", "iframe", "object", "form", "base"}
    assert not [name for _, attrs in found.tags for name in attrs if name.startswith("on")]
    assert all(attrs.get("src", "data:").startswith("data:") for _, attrs in found.tags)
    assert not [link for link in found.links if "script" in link]
    assert sum(attrs.get("http-equiv") is not None for _, attrs in found.tags) == 1
    assert "<title>&lt;script&gt;" in made and "default-src 'none'" in made and "⟨RLO⟩" in made


def test_a_sentence_without_end_is_shown_around_its_hit():
    text = "كلمة " * 2000 + "التعاون" + " كلمة" * 2000
    at = text.index("التعاون")
    sentences = pd.DataFrame([("d", 0, 0, 0, len(text), "body")], columns=SENTENCE_COLUMNS)
    hits = pd.DataFrame([("d", 0, at, at + 7, "partnership", "تعاون")], columns=HIT_COLUMNS)
    texts, documents = pd.DataFrame({"doc_id": ["d"], "text": [text]}), pd.DataFrame([{"doc_id": "d", "outlet": "o"}])
    shown = evidence.passages(hits, sentences, texts, documents)._repr_html_()
    assert len(shown) < 2500 and shown.count("…") == 2 and ">التعاون</mark>" in shown


# --- files


def test_a_page_is_written_whole_or_not_at_all(tmp_path):
    path = write(tmp_path / "a" / "b.html", "one\n")
    with pytest.raises(UnicodeEncodeError):
        write(path, "\ud800")
    assert path.read_bytes() == b"one\n" and list(path.parent.iterdir()) == [path]


def test_assets_are_the_fonts_that_pages_name(tmp_path):
    laid = {path.name for path in write_assets(tmp_path).iterdir()}
    named = set(re.findall(r'url\("\.\./assets/([^"]+)"\)', article("نص.")))
    assert named and named <= laid and {"LICENSE-amiri.txt"} <= laid


def test_the_dictionary_lists_every_column():
    page = data_dictionary([("lines", "One row a line.", [("start", "integer", "code points", "Where.")])])
    assert '<h2 id="lines">lines</h2>' in page and "<code>start</code>" in page and "code points" in page


def test_evidence_is_quick_to_import():
    heavy = ["nbconvert", "papermill", "bs4", "IPython", "matplotlib"]
    code = f"import sys, analysis.pages.evidence; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- a real browser


def browsed(path, tmp_path):
    """The page's DOM after a headless Chromium has had its time with it."""
    chromium = shutil.which("chromium")
    if chromium is None and os.environ.get("CI") != "true":
        pytest.skip("no chromium on this machine")
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
        "--disable-background-networking --disable-component-update"
    )
    command = [
        chromium,
        *flags.split(),
        f"--user-data-dir={tmp_path / 'profile'}",
        "--dump-dom",
        path.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def test_nothing_planted_runs_in_a_browser(tmp_path):
    facts = {
        "headline": SCRIPT,
        "outlet": SCRIPT,
        "outlet_name_ar": SCRIPT,
        "event": SCRIPT,
        "url": "javascript:1",
    }
    text = f"نص {SCRIPT} \x00\u202e.\r\n"
    page = article(text, doc_id=SCRIPT, hits=[(0, 6, SCRIPT)], **facts)
    write(tmp_path / "article.html", page)
    dom = browsed(tmp_path / "article.html", tmp_path)
    assert "<title>&lt;script&gt;" in dom and "<title>pwned" not in dom
    assert "".join(Reader(dom).text) == text


def test_the_policy_stops_a_script_that_got_in(tmp_path):
    page = render("notebook.html.j2", title="calm", body=Markup(SCRIPT + "<p id=there>x</p>"))
    assert "<script>" in page
    write(tmp_path / "page.html", page)
    assert "<title>calm</title>" in browsed(tmp_path / "page.html", tmp_path)
    write(tmp_path / "page.html", page.replace("Content-Security-Policy", "X-None"))
    assert "<title>pwned</title>" in browsed(tmp_path / "page.html", tmp_path / "2")


def test_no_page_names_anything_outside():
    for path in TEMPLATES.iterdir():
        assert not re.search(r"https?://", path.read_text(encoding="utf-8")), path.name
