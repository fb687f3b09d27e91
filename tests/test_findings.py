"""Generated sentences say what the tables say, whatever the tables hold."""

import re

import pandas as pd
import pytest

from analysis.findings import corpus, frames

ENGLISH = {"peace": "Peace", "war": "War"}
OUTLETS = {"a": "North", "b": "<b>South</b>"}


def said(finding):
    return " ".join(re.sub(r"<[^>]+>", "", finding._repr_html_()).split())


def rows(*numbers, documents=1):
    """Shares of two frames in outlets a, b, ...: (sentences, with peace, with war) each."""
    return pd.DataFrame(
        [
            {"outlet": o, "frame": f, "n_documents": documents, "n_sentences": n, "n_with": k, "share": k / n}
            for o, (n, *counts) in zip("ab", numbers, strict=False)
            for f, k in zip(ENGLISH, counts, strict=True)
        ]
    )


def test_the_commonest_frame_is_counted_over_all_outlets():
    text = said(frames.commonest_frame(rows((10, 1, 3), (30, 9, 2)), ENGLISH))
    assert text == "The frame invoked most is Peace: 10 of 40 sentences (25%), all outlets together."


def test_the_widest_gap_names_both_outlets_and_escapes_them():
    finding = frames.widest_gap(rows((10, 1, 3), (20, 8, 6)), ENGLISH, OUTLETS)
    assert "Peace: 8 of 20 sentences (40%) in &lt;b&gt;South&lt;/b&gt;, 1 of 10 sentences (10%) in North" in said(
        finding
    )
    assert "<b>South" not in finding._repr_html_()
    assert 'href="evidence/frames/b--peace.html"' in finding._repr_html_()


@pytest.mark.parametrize("table", [rows((10, 1, 3)), rows((10, 0, 0), (5, 0, 0))])
def test_nothing_is_compared_where_there_is_nothing_to_compare(table):
    assert said(frames.widest_gap(table, ENGLISH, OUTLETS)).startswith("Nothing is compared")


def test_no_hit_at_all_is_said():
    assert (
        said(frames.commonest_frame(rows((10, 0, 0)), ENGLISH)) == "No entry of the codebook matches in 10 sentences."
    )


def test_what_cannot_be_known_depends_on_the_documents():
    few = said(frames.what_cannot_be_known(rows((10, 1, 3), (20, 8, 6)), 10))
    assert few.startswith("For 2 of 2 outlets no interval and no p-value is shown: they have 1 document here")
    many = said(frames.what_cannot_be_known(rows((10, 1, 3), documents=12), 10))
    assert many.startswith("Every outlet has 10 documents or more")


def test_dates_may_be_unknown():
    documents = pd.DataFrame({"doc_id": ["1"], "outlet": ["a"], "published": [""]})
    assert said(corpus.what_was_read(documents, documents)) == (
        "1 article of 1 outlet, without dates, with 1 sentence to code for frames."
    )
