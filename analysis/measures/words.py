"""Every word of the coded sentences with whose it is, and how often each group has each word."""

import pandas as pd

from analysis.places import containing
from analysis.schemas import MODES


def word_tokens(tokens: pd.DataFrame, words: pd.Series, spans: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per word of a coded sentence: doc_id, sentence, start, end, type_id, word, outlet, event, voice, mode.

    words: type_id → the key of the word; spans: as `voices.voice_spans` gives them, of the coded sentences. A word
    belongs to the voice in which it begins; words of lines that are not coded are left out. Names are categories, in
    the order in which they first come, modes in that of MODES: ten million rows take half a gigabyte.
    """
    tokens = tokens[tokens["doc_id"].isin(spans["doc_id"].unique())]
    span = containing(tokens, spans)
    coded = (span >= 0) & (tokens["start"].to_numpy() < spans["end"].to_numpy()[span])
    coded &= tokens["doc_id"].to_numpy() == spans["doc_id"].to_numpy()[span]  # else it stands before the first span
    rows = tokens.loc[coded, ["sentence", "start", "end", "type_id"]].reset_index(drop=True)
    about = _named(spans, documents).iloc[span[coded]].reset_index(drop=True)
    key = _category(words).iloc[words.index.get_indexer(rows["type_id"])].array
    columns = ["doc_id", "sentence", "start", "end", "type_id", "word", "outlet", "event", "voice", "mode"]
    return pd.concat([rows, about], axis=1).assign(word=key)[columns]


def _named(spans: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Per span: its document, outlet, event, voice and mode, as categories."""
    rows = spans[["doc_id", "voice", "mode"]].merge(
        documents[["doc_id", "outlet", "event"]], on="doc_id", how="left", validate="many_to_one"
    )
    order = {name: documents[name] for name in ("doc_id", "outlet", "event")} | {"voice": rows["voice"], "mode": MODES}
    return rows.astype({name: pd.CategoricalDtype(pd.unique(pd.Series(of))) for name, of in order.items()})


def _category(names: pd.Series) -> pd.Series:
    return names.astype(pd.CategoricalDtype(sorted(names.unique())))


def shown(tokens: pd.DataFrame, types: pd.DataFrame) -> pd.Series:
    """Word → the written form it has most often, of equals the first by code point.

    tokens: as `word_tokens` gives them. The form is as printed, with what is attached to it: 'دوله' → 'الدولة'.
    """
    counts = tokens.groupby(["word", "type_id"], observed=True).size().rename("n").reset_index()
    counts["form"] = counts["type_id"].map(types.set_index("type_id")["form"])
    counts = counts.sort_values(["n", "form"], ascending=[False, True]).drop_duplicates("word")
    return counts.astype({"word": "str"}).set_index("word")["form"].sort_index()


def counts(tokens: pd.DataFrame, by: str | list[str]) -> pd.DataFrame:
    """One row per group and word that it has: the columns `by`, word, n, n_documents; the most frequent words first.

    tokens: as `word_tokens` gives them; by: the column or columns that make the groups. n_documents: documents in
    which the group has the word, which says more than n where one article repeats it.
    """
    keys = [by] if isinstance(by, str) else list(by)
    cells = tokens.groupby([*keys, "word", "doc_id"], observed=True).size().rename("n").reset_index()
    rows = cells.groupby([*keys, "word"], observed=True).agg(n=("n", "sum"), n_documents=("n", "size")).reset_index()
    order = [True] * len(keys) + [False, True]
    rows = rows.sort_values([*keys, "n", "word"], ascending=order, ignore_index=True)
    return rows.astype(dict.fromkeys([*keys, "word"], "str"))
