"""The passages behind every number of the notebooks: which pages there are, and which hits each holds."""

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.codebook import Codebook
from analysis.desk import as_hits, coded, outlet_names
from analysis.findings.voices import MODE_NAMES
from analysis.measures.frames import OWN, counted_as
from analysis.measures.voices import speaker_shares
from analysis.navigation import navigation
from analysis.pages.evidence import evidence_href, evidence_page

Pages = Iterator[tuple[str, str]]


class Behind:
    """The tables that every page of passages needs, and how its title has ids."""

    def __init__(self, tables: dict[str, pd.DataFrame], codebook: Codebook):
        """Tables: documents, sentences, texts."""
        self.documents, self.texts = tables["documents"], tables["texts"]
        self.sentences = coded(tables["sentences"])
        frames = {frame.id: frame.name_en for frame in codebook.frames.frames}
        self.names = {
            "outlet": outlet_names(self.documents),
            "frame": frames,
            "first": frames,
            "other": frames,
            "mode": MODE_NAMES,
            "counted": MODE_NAMES,
            "voice": {OWN: "the outlets", "": "nobody named"},
            "referent": {referent.id: referent.name_en for referent in codebook.labels.referents},
        }

    def pages(self, spans: pd.DataFrame, cues: pd.DataFrame, hits: pd.DataFrame, labels: pd.DataFrame) -> Pages:
        """Every page, as address from the report's root and HTML."""
        leading = list(speaker_shares(self.documents, spans)["speaker"].unique())
        yield from self._voices(spans, cues, leading)
        yield from self._frames(counted_as(hits), leading)
        names = as_hits(labels, "referent", "variant")
        yield from self._each(names, "labels", ["referent", "variant", "voice"], "{}: “{}” in the words of {}", "label")

    def _voices(self, spans: pd.DataFrame, cues: pd.DataFrame, leading: Sequence[str]) -> Pages:
        """Behind notebook 02: words by mode, words and reporting words of the leading speakers."""
        spans = as_hits(spans.assign(speaker=spans["voice"]), "mode", "voice")
        spoken = spans[(spans["mode"] != "own") & spans["speaker"].isin(leading)]
        cues = as_hits(cues[cues["speaker"].isin(leading)], "stance", "speaker")
        by_stance = ["outlet", "speaker", "stance"]
        yield from self._each(spans, "voices", ["outlet", "mode"], "In {}: {} words", "passage")
        yield from self._each(spoken, "speakers", ["speaker"], "Words of {}, all outlets", "passage")
        yield from self._each(spoken, "speakers", ["outlet", "speaker"], "In {}: words of {}", "passage")
        yield from self._each(cues, "stances", by_stance, "In {}: words that introduce {}, {}", "reporting word")

    def _frames(self, hits: pd.DataFrame, leading: Sequence[str]) -> Pages:
        """Behind notebook 03: the frames by outlet, by whose words, and two together."""
        yield from self._each(hits, "frames", ["frame"], "Frame “{}”, all outlets")
        yield from self._each(hits, "frames", ["outlet", "frame"], "In {}: frame “{}”")
        yield from self._each(hits, "modes", ["outlet", "frame", "counted"], "In {}: frame “{}” in {} words")
        by_voice = hits[hits["voice"].isin([OWN, *leading])]
        yield from self._each(by_voice, "frame-voices", ["voice", "frame"], "In the words of {}: frame “{}”")
        yield from self._each(
            _together(hits, list(self.names["frame"])),
            "together",
            ["first", "other"],
            "Sentences with both “{}” and “{}”",
        )

    def _each(self, hits: pd.DataFrame, kind: str, keys: list[str], title: str, unit: str = "hit") -> Pages:
        """A page per combination of the keys: the sentences with its hits."""
        by_outlet = hits.merge(self.documents[["doc_id", "outlet"]], on="doc_id", validate="many_to_one")
        for values, rows in by_outlet.groupby(keys):
            of = dict(zip(keys, values, strict=True))
            shown = [self.names.get(key, {}).get(value, value) for key, value in of.items()]
            page = evidence_page(
                title.format(*shown), rows, self.sentences, self.texts, self.documents, nav=navigation(), unit=unit
            )
            yield evidence_href(kind, **of), page


def _together(hits: pd.DataFrame, frames: list[str]) -> pd.DataFrame:
    """The hits of two frames in one sentence, once for each pair (first, other), in the order of the frames."""
    there = hits[["doc_id", "sentence", "frame"]].drop_duplicates()
    pairs = there.rename(columns={"frame": "first"}).merge(
        there.rename(columns={"frame": "other"}), on=["doc_id", "sentence"]
    )
    pairs = pairs[pairs["first"].map(frames.index) < pairs["other"].map(frames.index)]
    rows = pairs.merge(hits, on=["doc_id", "sentence"])
    return rows[(rows["frame"] == rows["first"]) | (rows["frame"] == rows["other"])]
