"""Where the codebook matches, and whose words the match belongs to."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.places import begins_sentence, containing
from analysis.schemas import CODED
from analysis.schemes import Entry, Labels, Scheme
from analysis.tables import table
from analysis.text.expressions import Expression
from analysis.text.matching import Matcher, Matches
from analysis.text.types import TypeIndex

FORMS_SHOWN = 20


class Text:
    """The tables of a batch as the codebook is matched against them."""

    def __init__(self, tokens: pd.DataFrame, types: pd.DataFrame, sentences: pd.DataFrame, voices: pd.DataFrame):
        """Index the types once, and number the sentence and the document of every token."""
        self.tokens, self.voices = tokens, voices
        self.index = TypeIndex(types["form"], types["lemma"], types["keys"])
        begins = begins_sentence(tokens)
        self.sentence, opening = np.cumsum(begins) - 1, tokens[begins]
        document, self.doc_ids = pd.factorize(opening["doc_id"])
        self.document = document[self.sentence]
        self.coded = sentences["role"].isin(CODED).to_numpy()[containing(opening, sentences)]

    def matches(self, entries: Sequence[Entry]) -> pd.DataFrame:
        """Every match in a coded line: doc_id, sentence, start, end, voice, mode, and the number of its entry."""
        asked = list(dict.fromkeys(words for entry in entries for words in _in_document(entry)))
        expressions = [entry.expression for entry in entries] + [Expression(words[0], words[1:]) for words in asked]
        found = Matcher(expressions, self.index).find(self.tokens["type_id"].to_numpy(), self.sentence)
        held = self._held(found.where(found.expression >= len(entries)), len(entries), asked)
        found = found.where((found.expression < len(entries)) & self.coded[self.sentence[found.first]])
        rows = self._rows(found.where(_in_documents(found.expression, self.document[found.first], entries, held)))
        return rows[_allowed(rows, entries)].reset_index(drop=True)

    def _rows(self, found: Matches) -> pd.DataFrame:
        rows = self.tokens[["sentence", "start"]].iloc[found.first].reset_index(drop=True)
        rows = rows.assign(end=self.tokens["end"].to_numpy()[found.last], number=found.expression)
        rows["doc_id"] = self.doc_ids[self.document[found.first]]
        spoken = self.voices[["voice", "mode"]].iloc[containing(rows, self.voices)]
        return pd.concat([rows, spoken.reset_index(drop=True)], axis=1)

    def _held(self, found: Matches, before: int, asked: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], np.ndarray]:
        """For each list of words and phrases, which documents one of them stands in; `before`: expressions before."""
        there = np.zeros((len(asked), len(self.doc_ids)), dtype=bool)
        there[found.expression - before, self.document[found.first]] = True
        return dict(zip(asked, there, strict=True))


def _in_document(entry: Entry) -> dict[tuple[str, ...], bool]:
    """The lists of words that an entry asks for in its document, and whether one of them must stand there or none."""
    conditions = [*((part, True) for part in entry.only), *((part, False) for part in entry.against)]
    return {part.document: wanted for part, wanted in conditions if part.document}


def _in_documents(number: np.ndarray, document: np.ndarray, entries: Sequence[Entry], held: dict) -> np.ndarray:
    """Which matches stand in documents that hold what their entry asks for, and not what it asks against."""
    kept = np.ones(len(number), dtype=bool)
    for place, entry in enumerate(entries):
        if asked := _in_document(entry):
            mine = np.flatnonzero(number == place)
            for words, wanted in asked.items():
                kept[mine] &= held[words][document[mine]] == wanted
    return kept


def _allowed(rows: pd.DataFrame, entries: Sequence[Entry]) -> np.ndarray:
    """Which matches stand in words of a mode in which their entry counts."""
    of_row, modes = pd.factorize(rows["mode"])
    allowed = np.array([[entry.allows(mode) for mode in modes] for entry in entries], dtype=bool)
    return allowed.reshape(len(entries), len(modes))[rows["number"].to_numpy(), of_row]


def frame_hits(text: Text, scheme: Scheme) -> pd.DataFrame:
    """Every place where an entry of the scheme matches in a coded line; the texts are not read again."""
    owner = [(frame.id, entry.term) for frame in scheme.frames for entry in frame.entries]
    rows = text.matches([entry for frame in scheme.frames for entry in frame.entries])
    return table("frame_hits", rows.assign(**_named(owner, ("frame", "entry"), rows["number"])))


def label_hits(text: Text, labels: Labels) -> pd.DataFrame:
    """Every label of a referent in a coded line; of labels that overlap, only the longest."""
    parts = [(r.id, v.id, entry) for r in labels.referents for v in r.variants for entry in v.entries]
    rows = text.matches([entry for *_, entry in parts])
    owner = [(referent, variant, entry.term) for referent, variant, entry in parts]
    rows = rows.assign(**_named(owner, ("referent", "variant", "entry"), rows["number"]))
    return table("labels", rows[_longest(rows)])


def _named(owner: Sequence[tuple], columns: Sequence[str], number: pd.Series) -> dict[str, list]:
    return {column: [owner[n][place] for n in number] for place, column in enumerate(columns)}


def _longest(rows: pd.DataFrame) -> np.ndarray:
    """Which rows no longer row of their document overlaps that is kept itself; of equals the first is kept."""
    kept, taken = np.zeros(len(rows), dtype=bool), {}
    order = (rows["end"] - rows["start"]).sort_values(ascending=False, kind="stable").index
    for at, doc_id, start, end in rows.loc[order, ["doc_id", "start", "end"]].itertuples():
        others = taken.setdefault((doc_id, rows.at[at, "sentence"]), [])
        if all(end <= begin or start >= stop for begin, stop in others):
            others.append((start, end))
            kept[at] = True
    return kept


def entries(hits: pd.DataFrame, texts: pd.DataFrame, scheme: Scheme) -> pd.DataFrame:
    """Every entry of the scheme with what it found, those that found nothing included."""
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    places = zip(hits["doc_id"], hits["start"], hits["end"], strict=True)
    forms = hits.assign(form=[" ".join(text_of[doc][start:end].split()) for doc, start, end in places])
    found = forms.groupby(["frame", "entry"]).agg(
        n_hits=("form", "size"), n_documents=("doc_id", "nunique"), forms=("form", _counted)
    )
    coded = pd.DataFrame(
        [(frame.id, entry.term, entry.why) for frame in scheme.frames for entry in frame.entries],
        columns=["frame", "entry", "why"],
    )
    rows = coded.merge(found.reset_index(), on=["frame", "entry"], how="left", validate="one_to_one")
    return table("entries", rows.astype({"forms": "str"}).fillna({"n_hits": 0, "n_documents": 0, "forms": ""}))


def _counted(forms: pd.Series) -> str:
    counts = sorted(forms.value_counts().items(), key=lambda pair: (-pair[1], pair[0]))
    return "، ".join(f"{form} ({n})" for form, n in counts[:FORMS_SHOWN])
