"""The words of a study on the desk: every word of the coded sentences by its key, its voice and its outlet."""

from typing import NamedTuple

import pandas as pd

from analysis.charts.modes import NAMES as MODES
from analysis.codebook import Codebook
from analysis.comparison import naming
from analysis.desk import compared, outlet_names
from analysis.errors import InputError
from analysis.measures.collocations import collocations
from analysis.measures.keyness import keywords
from analysis.measures.words import shown, word_tokens
from analysis.readings import whose_words
from analysis.study import Study
from analysis.tables import table
from analysis.text.function_words import content_words
from analysis.text.morphology import lemma
from analysis.text.orthography import guarded, joined
from analysis.text.types import headword
from analysis.text.words import fold

MOST = 12  # words of a group that a figure holds
COLLOCATES = 20
KEYWORDS = {
    "n": "n_target",
    "n_documents": "documents_target",
    "n_documents_reference": "documents_reference",
    "z_pooled": "log_odds",
}


class Vocabulary(NamedTuple):
    """The words of a study.

    tokens: as measures.words.word_tokens gives them; types: spellings of several words are one; words: type id → key of
    the word; forms: key → written form; content: key → whether it is a content word; naming: keys of words of titles
    and names.
    """

    tokens: pd.DataFrame
    types: pd.DataFrame
    words: pd.Series
    forms: pd.Series
    content: pd.Series
    naming: frozenset[str]


def open_vocabulary(study: Study, codebook: Codebook) -> Vocabulary:
    """The words of the documents that are compared."""
    documents, tokens, types = compared(study, "documents", "tokens", "types")
    tokens, types = joined(tokens, types, codebook.orthography)
    words = guarded(types, codebook.orthography)
    spans, _ = whose_words(study, codebook)
    rows = word_tokens(tokens, words, spans, documents)
    forms = shown(rows, types)
    named = naming(types, codebook)
    content = content_words(forms, codebook.functional)
    return Vocabulary(rows, types, words, forms, content, frozenset(words[named[named].index]))


def keyness(vocabulary: Vocabulary, by: str, codebook: Codebook, seed: int) -> pd.DataFrame:
    """One row per group and word: the group against all others (schema keywords)."""
    rows = keywords(vocabulary.tokens, by, codebook.inference.values, seed)
    described = rows.assign(form=rows["word"].map(vocabulary.forms), content=rows["word"].map(vocabulary.content))
    return table("keywords", described)


def keywords_shown(rows: pd.DataFrame, names: dict[str, str], least_documents: int, most: int = MOST) -> pd.DataFrame:
    """The content words that mark each group most, by weighted log-odds.

    rows: keywords of one kind of group; names: how the groups are called. Words that the group has once, or not more
    often than the others, are left out. doubtful: in one document of the group only, or in fewer than least_documents
    of both sides together; they stand last. Columns as in the schema keywords_shown, and key.
    """
    marking = rows[rows["content"] & (rows["n"] > 1) & (rows["z_pooled"] > 0)]
    both = marking["n_documents"] + marking["n_documents_reference"]
    # What one article alone repeats marks that article, not its group.
    marking = marking.assign(doubtful=(both < least_documents) | (marking["n_documents"] < 2))
    marking = marking.sort_values(["doubtful", "z_pooled", "word"], ascending=[True, False, True])
    marking = marking.groupby("group", sort=False).head(most)
    marking = marking.sort_values("group", key=lambda group: group.map(list(names).index), kind="stable")
    marking = marking.assign(group_name=marking["group"].map(names), key=marking["word"])
    marking = marking.assign(word=marking["form"]).rename(columns=KEYWORDS)
    columns = ["group", "group_name", "word", "n_target", "n_reference", "documents_target", "documents_reference"]
    return marking[[*columns, "log_odds", "doubtful", "key"]].reset_index(drop=True)


def compared_words(
    study: Study, codebook: Codebook, vocabulary: Vocabulary
) -> tuple[dict[str, pd.DataFrame], str, pd.DataFrame]:
    """What page 05 shows: the keywords by kind of group, the word looked at, and the words near it."""
    (documents,) = compared(study, "documents")
    seed, least = study.settings.draws.permutation, codebook.inference.values["least_document_frequency"]
    by_outlet = keyness(vocabulary, "outlet", codebook, seed)
    shown = {"outlet": keywords_shown(by_outlet, outlet_names(documents, "ar"), least)}
    for by, names in (("event", event_labels(documents)), ("mode", MODES)):
        shown[by] = keywords_shown(keyness(vocabulary, by, codebook, seed), names, least)
    node = telling_word(vocabulary, by_outlet)
    return shown, node, near(vocabulary, node)


def near(vocabulary: Vocabulary, word: str) -> pd.DataFrame:
    """The words of content near a word, the most characteristic first (schema collocates)."""
    found = collocations(places(vocabulary, word), vocabulary.tokens)
    return table("collocates", found[found["word"].map(vocabulary.content)].head(COLLOCATES))


def places(vocabulary: Vocabulary, word: str) -> pd.DataFrame:
    """Where a word stands in coded sentences, by its key: doc_id, start, end, voice, mode."""
    rows = vocabulary.tokens[vocabulary.tokens["word"] == word]
    return rows[["doc_id", "start", "end", "voice", "mode"]].astype({"doc_id": "str", "voice": "str", "mode": "str"})


def event_labels(documents: pd.DataFrame) -> dict[str, str]:
    """Event → how it is called: its id; documents without an event are one group without a name."""
    return {event: event or "–" for event in documents["event"].unique()}


def key_of(vocabulary: Vocabulary, form: str) -> str:
    """The key of a word by a form of it, as written or of the dictionary; InputError where no coded sentence has it."""
    written = vocabulary.types.loc[vocabulary.types["folded"] == fold(form), "type_id"].map(vocabulary.words)
    key = next((key for key in (*written, lemma(form), headword(form)) if key in vocabulary.forms.index), None)
    if key is None:
        raise InputError(f"notebook 05: word: {form!r} stands in no coded sentence; correct it, or write None")
    return key


def telling_word(vocabulary: Vocabulary, rows: pd.DataFrame) -> str:
    """The key of the content word that marks a group most and that another group has as well, else that marks one.

    rows: keywords; without any, as in a corpus of one outlet, the most frequent word of content. Words of names and
    titles are passed over: who is named is a question of page 02.
    """
    there = rows[rows["content"] & (rows["n"] > 1) & ~rows["word"].isin(vocabulary.naming)]
    both = there[there["n_reference"] > 1]
    chosen = both if len(both) else there
    if len(chosen):
        return chosen.loc[chosen["z_pooled"].idxmax(), "word"]
    counts = vocabulary.tokens["word"].astype("str").value_counts().sort_index()
    return counts[counts.index.map(vocabulary.content).astype(bool)].idxmax()
