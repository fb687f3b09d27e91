"""The passages behind every number of the notebooks: which pages there are, and which hits each holds."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.codebook import Codebook
from analysis.desk import as_hits, coded, outlet_names, with_sentence
from analysis.event import WORDINGS, Event
from analysis.findings.voices import MODE_NAMES
from analysis.measures.frames import OWN, counted_as
from analysis.measures.grid import claim_grid
from analysis.measures.reuse import shared_passages, shared_wording
from analysis.measures.voices import speaker_shares
from analysis.measures.wordings import telling_variants, variant_words
from analysis.navigation import navigation
from analysis.pages.evidence import evidence_href, evidence_page
from analysis.pages.wordings import wordings_href, wordings_page
from analysis.places import by_sentence
from analysis.vocabulary import Vocabulary

Pages = Iterator[tuple[str, str]]


class Behind:
    """The tables that every page of passages needs, and how its title has ids."""

    def __init__(self, tables: dict[str, pd.DataFrame], codebook: Codebook):
        """Tables: documents, sentences, texts, tokens, types."""
        self.documents, self.texts = tables["documents"], tables["texts"]
        self.sentences = coded(tables["sentences"])
        self.tokens = tables["tokens"].merge(self.sentences[["doc_id", "sentence"]], on=["doc_id", "sentence"])
        self.folded = tables["types"].set_index("type_id")["folded"]
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

    def reports(self, event: Event) -> Pages:
        """Behind notebook 04: what was said, in every report; the same words, word over word; shared wording."""
        shown = claim_grid(event.claims, event.documents, self.texts)["claim"]
        said = by_sentence(event.claims[event.claims["claim"].isin(shown)], self.sentences)
        title = "Event {}: what was said, no. {}"
        yield from self._each(as_hits(said, "given", "speaker"), "claims", ["event", "claim"], title, "passage")
        yield from self._each(
            self._shared(event), "shared", ["first", "second"], "Wording in both {} and {}", "stretch"
        )
        yield self._wordings(event)

    def words(self, vocabulary: Vocabulary, shown: Mapping[str, pd.DataFrame], node: str, near: pd.DataFrame) -> Pages:
        """Behind notebook 05: the words that mark groups, by the kind of group; the company of one word."""
        tokens = vocabulary.tokens.astype({"doc_id": "str", "word": "str"})
        places = as_hits(tokens, "mode", "voice")
        for by, rows in shown.items():
            for row in rows.to_dict("records"):
                its_own = (places["word"] == row["key"]) & (places[by] == row["group"])
                yield self._words(places[its_own], row["word"], by=by, group=row["group"], key=row["key"])
        for word in near["word"]:
            both = places[places["word"].isin([node, word])]
            with_both = both.groupby(["doc_id", "sentence"])["word"].transform("nunique") > (node != word)
            title = f"{vocabulary.forms[word]} + {vocabulary.forms[node]}"
            yield self._words(both[with_both], title, node=node, near=word)

    def _words(self, hits: pd.DataFrame, title: str, **of: str) -> tuple[str, str]:
        """The page of the places of a word."""
        page = evidence_page(title, hits, self.sentences, self.texts, self.documents, nav=navigation(), unit="place")
        return evidence_href("words", **of), page

    def _shared(self, event: Event) -> pd.DataFrame:
        """The stretches that any two reports of the figure share."""
        pairs = shared_wording(event.reuse, event.documents, {})
        found = [
            shared_passages(self.tokens, self.folded, pair.first, pair.second).assign(
                first=pair.first, second=pair.second
            )
            for pair in pairs[pairs["n_shared"] > 0].itertuples()
        ]
        columns = ["doc_id", "start", "end", "first", "second"]
        rows = pd.concat(found) if found else pd.DataFrame(columns=columns)
        return as_hits(by_sentence(rows.reset_index(drop=True), self.sentences), "first", "second")

    def _wordings(self, event: Event) -> tuple[str, str]:
        """The page on which the pairs of passages stand word over word; those of the figure are among them."""
        variants = telling_variants(event.variants, WORDINGS)
        variants = variants.assign(**{f"sentence_{side}": self._sentence(variants, side) for side in "ab"})
        words = variant_words(variants, event.differences, event.documents, self.texts)
        left_out = len(event.variants) - len(variants)
        title = f"Event {event.event}: the same words in two reports"
        page = wordings_page(title, variants, words, left_out=left_out, nav=navigation())
        return wordings_href(event.event, 0).partition("#")[0], page

    def _sentence(self, variants: pd.DataFrame, side: str) -> pd.Series:
        """The sentence in which each passage of one side begins."""
        places = pd.DataFrame({"doc_id": variants[f"doc_{side}"], "start": variants[f"start_{side}"]})
        return with_sentence(places, self.sentences)["sentence"]

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
