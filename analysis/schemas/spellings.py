"""The tables of spellings, of words in their lines and of the words around them."""

from pandera.pandas import Check, Column

from analysis.schemas.columns import DOC, END, SENTENCE, START, VOICE, schema, share, text, whole

RULES = ("order", "vowels", "letters")
WORD = text("key of the word, as the orthography guard has it")


def score(description: str) -> Column:
    """A column of a measure of association; empty where it is not defined."""
    return Column("float64", nullable=True, description=description, metadata={"unit": "score"})


SPELLINGS = (
    schema(
        "spellings",
        "One row per outlet and way in which it writes a word that outlets write in several ways.",
        ["group", "kind", "form", "outlet"],
        group=text("the word: as the codebook has it, or its most frequent form"),
        kind=text(
            "what the ways differ in: 'house spelling', 'calendar', 'digits' or 'transliteration' where people say so; "
            "else which of hamza, ta marbuta, ya, tanwin, marks and letters, which folding brings together"
        ),
        form=text("the way: in dictionary form where people list it, else as written"),
        outlet=text("id of the outlet"),
        n=whole("tokens of the outlet so written", "words"),
        n_documents=whole("documents of the outlet with one", "documents"),
    ),
    schema(
        "spelling_proposals",
        "One row per pair of words that a rule takes for one; nothing follows from it until people put it into a file.",
        ["form_a", "form_b"],
        form_a=text("the more frequent word, in its most frequent form"),
        form_b=text("the other"),
        kind=text("what the two differ in", checks=Check.isin(RULES)),
        n_a=whole("tokens of the first", "words"),
        n_b=whole("tokens of the second", "words"),
        documents_a=whole("documents with the first", "documents"),
        documents_b=whole("documents with the second", "documents"),
        documents_both=whole("documents with both", "documents"),
        outlets_a=text("outlets with the first, most documents first, with their number"),
        outlets_b=text("outlets with the second"),
        likeness=share("1 - edits / letters of the longer"),
        company=share("cosine of the words right before and after, shrunk for rare words"),
        separation=share(
            "share of the variation between the two that outlets account for; 0 where that cannot be told"
        ),
        score=share("likeness · company · (1 + separation) / 2"),
    ),
    schema(
        "concordance",
        "One row per place of something that was looked for, with the words around it in logical order.",
        ["doc_id", "start", "end"],
        doc_id=DOC,
        sentence=SENTENCE,
        start=START,
        end=END,
        left=text("the words of its sentence before it; in Arabic they stand on its right"),
        node=text("what was found, as written"),
        right=text("the words of its sentence after it"),
        before=text("the word before it, folded"),
        after=text("the word after it, folded"),
        outlet=text("id of the outlet"),
        published=text("date of publication, ISO 8601"),
        voice=VOICE,
        mode=text("own, direct or indirect; empty where not asked for"),
    ),
    schema(
        "collocates",
        "One row per word that stands near something that was looked for, in its sentence.",
        ["word"],
        word=WORD,
        o11=whole("its tokens within reach", "words"),
        f1=whole("places of what was looked for", "places"),
        f2=whole("its tokens in the corpus", "words"),
        n=whole("tokens of the corpus", "words"),
        window=Column(
            "float64", Check.ge(0), description="words within reach per place, on average", metadata={"unit": "words"}
        ),
        n_documents=whole("documents with one within reach", "documents"),
        log_dice=score("logDice (Rychlý 2008): at most 14"),
        mi=score("mutual information (Church and Hanks 1990), to the base 2: favours rare words"),
        t=score("t-score"),
        ll=score("log-likelihood G² of four cells (Dunning 1993)"),
    ),
)
