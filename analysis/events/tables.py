"""The tables of a corpus that lay the reports of each event side by side."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.events.candidates import Candidates, candidates
from analysis.events.claims import Link, claims, shortened, through_repeats, within_reports
from analysis.events.decided import Decided, Decision, decided
from analysis.events.pairing import Pair, Pairing
from analysis.events.passages import Passage, passages, words_of
from analysis.events.rules import Rules
from analysis.events.variants import compared, spelling
from analysis.schemas import CODED
from analysis.tables import table

TABLES = ("variants", "differences", "claims")


class Corpus(NamedTuple):
    """What is compared: tables of the corpus.

    voices: every speaker under one name; key, content, naming: by type id, as `passages.words_of` takes them.
    """

    documents: pd.DataFrame
    texts: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    types: pd.DataFrame
    voices: pd.DataFrame
    key: pd.Series
    content: pd.Series
    naming: pd.Series


def side_by_side(corpus: Corpus, rules: Rules, decisions: Sequence[Decision] = ()) -> dict[str, pd.DataFrame]:
    """The tables variants, differences and claims of all events that two documents or more report.

    Documents that repeat another exactly take no part. decisions: what people say of pairs of passages.
    """
    reports = _reports(corpus.documents)
    corpus = corpus._replace(texts=corpus.texts[corpus.texts["doc_id"].isin(reports.explode())])
    reader = _Reports(corpus, rules)
    found = [reader.event(event, doc_ids, decisions) for event, doc_ids in reports.items()]
    return {name: table(name, [row for rows in found for row in rows[name]]) for name in TABLES}


def _reports(documents: pd.DataFrame) -> pd.Series:
    """Event → the ids of the documents that report it, where there are two or more."""
    own = documents[(documents["duplicate_of"] == "") & (documents["event"] != "")]
    reports = own.groupby("event")["doc_id"].agg(list)
    return reports[reports.map(len) > 1]


class _Reports:
    """The reports of a corpus as words and passages."""

    def __init__(self, corpus: Corpus, rules: Rules):
        self.rules, self.spelling = rules, spelling(corpus.types)
        self.texts = dict(zip(corpus.texts["doc_id"], corpus.texts["text"], strict=True))
        tokens = corpus.tokens[corpus.tokens["doc_id"].isin(self.texts)]
        sentences = corpus.sentences[corpus.sentences["doc_id"].isin(self.texts)]
        self.words = words_of(tokens, corpus.texts, corpus.key, corpus.content, corpus.naming)
        self.position = _positions(tokens, sentences)
        self.sentence = tokens["sentence"].to_numpy()
        self.passages: dict[str, list[Passage]] = {doc_id: [] for doc_id in self.texts}
        spoken = corpus.voices[corpus.voices["doc_id"].isin(self.texts)]
        for passage in passages(spoken, self.words, list(self.texts), rules, corpus.types):
            self.passages[passage.doc_id].append(passage)

    def event(self, event: str, doc_ids: Sequence[str], decisions: Sequence[Decision]) -> dict[str, list[dict]]:
        """The rows of one event, by table."""
        spoken = [passage for doc_id in doc_ids for passage in self.passages[doc_id]]
        found = candidates(spoken, self.words, self.rules.least_common.value)
        of_people = decided(decisions, spoken, self.words)
        pairing = Pairing(spoken, self.words, self.rules)
        pairs = pairing.pairs(found, of_people)
        rows = self._variants(event, [pair for _, _, pair in pairs])
        links = self._links(pairing, found, [*((i, j) for i, j, _ in pairs), *of_people.same])
        return rows | {"claims": self._claims(event, spoken, links, of_people)}

    def _variants(self, event: str, pairs: Sequence[Pair]) -> dict[str, list[dict]]:
        rows: dict[str, list[dict]] = {"variants": [], "differences": []}
        in_order = sorted(pairs, key=lambda pair: (pair.a.first, pair.b.first))
        for variant, pair in enumerate(in_order):
            row, found = compared(pair, self.words, self.spelling, self.texts, self.rules.paraphrase.value)
            of = {"event": event, "variant": variant}
            rows["variants"].append(of | row)
            rows["differences"] += [of | {"difference": number} | one for number, one in enumerate(found)]
        return rows

    def _links(self, pairing: Pairing, found: Candidates, paired: list[Link]) -> list[Link]:
        """The passages that say the same: those paired, those that a report repeats, and what follows from both."""
        repeated = within_reports(pairing.passages, found.where(found.contained() >= self.rules.same_words.value))
        return paired + repeated + through_repeats(paired, repeated, pairing.alike)

    def _claims(self, event: str, spoken: Sequence[Passage], links: Sequence[Link], of_people: Decided) -> list[dict]:
        words = self.words
        sizes = np.array([words.content[words.type_id[p.first : p.last]].sum() for p in spoken], dtype=np.int64)
        number = claims(sizes, links, of_people.apart)
        short = shortened(spoken, sizes, number, self.rules.shortened.value)
        by_people = {k for pair in of_people.same | of_people.apart for k in pair}
        return [
            {
                "event": event,
                "claim": number[k],
                "speaker": passage.speaker,
                "doc_id": passage.doc_id,
                "sentence": self.sentence[passage.first],
                "start": words.start[passage.first],
                "end": words.end[passage.last - 1],
                "given": passage.given,
                "shortened": short[k],
                "n_words": passage.last - passage.first,
                "position": self.position[passage.first],
                "decided": "people" if k in by_people else "rule",
            }
            for k, passage in enumerate(spoken)
        ]


def _positions(tokens: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Of each token, the share of its article's coded words that stand before it."""
    coded = sentences.loc[sentences["role"].isin(CODED), ["doc_id", "sentence"]].assign(coded=1)
    counted = tokens[["doc_id", "sentence"]].merge(coded, on=["doc_id", "sentence"], how="left", validate="many_to_one")
    counted = counted["coded"].fillna(0)
    document = tokens["doc_id"].to_numpy()
    total = counted.groupby(document, sort=False).transform("sum")
    before = counted.groupby(document, sort=False).cumsum() - counted
    return (before / total.clip(lower=1)).to_numpy()
