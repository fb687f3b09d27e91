"""One batch of texts to quotations, reporting words and voices: a pure function of tables."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import pandas as pd

from analysis.voices.articles import articles
from analysis.voices.books import Books
from analysis.voices.classes import Vocabulary, vocabulary
from analysis.voices.lexicon import lexicon
from analysis.voices.reader import Reader

QUOTES = ("doc_id", "quote", "start", "end", "kind", "closed", "speaker", "cue", "cue_start", "cue_end", "rule")
CUES = ("doc_id", "start", "end", "cue", "speaker", "content", "stance", "rule")
VOICES = ("doc_id", "start", "end", "voice", "mode", "rule")


def find_voices(
    texts: pd.DataFrame,
    lines: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    types: pd.DataFrame,
    books: Books,
    published: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, pd.DataFrame]:
    """The tables quotes, cues and voices of a batch, by name; the other tables are those of the pipeline.

    published: document → ISO date, by which the book tells who held an office; documents without one may be left out.
    """
    known, reader = _compiled(books)
    words = lexicon(types["form"].tolist(), types["folded"].tolist(), types["lemma"].tolist(), known)
    quotes, cues, voices = [], [], []
    for doc_id, article in articles(texts, lines, sentences, tokens, words, published):
        read = reader.read(article)
        quotes += [(doc_id, *row) for row in read[0]]
        cues += [(doc_id, *row) for row in read[1]]
        voices += [(doc_id, *row) for row in read[2]]
    tables = {"quotes": (quotes, QUOTES), "cues": (cues, CUES), "voices": (voices, VOICES)}
    return {name: pd.DataFrame(rows, columns=list(columns)) for name, (rows, columns) in tables.items()}


@lru_cache(4)
def _compiled(books: Books) -> tuple[Vocabulary, Reader]:
    return vocabulary(books), Reader(books)
