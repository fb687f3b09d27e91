"""Columns that the tables have in common: type, unit, meaning, and what a cell may hold."""

from pandera.pandas import Check, Column, DataFrameSchema

ROLES = ("headline", "deck", "dateline", "caption", "pull_quote", "credit", "furniture", "body", "blank")
STANCES = ("neutral", "assertive", "evaluative", "directive", "distancing")
MODES = ("own", "indirect", "direct")
VERDICTS = ("holds", "weakens", "breaks", "cannot be tested")
CODED = ("headline", "deck", "body")  # the roles whose sentences are coded: an outlet's own wording


def text(description: str, **options) -> Column:
    """A text column; empty means not known."""
    return Column("str", description=description, **options)


def whole(description: str, unit: str, key: str = "") -> Column:
    """A column of whole numbers from 0."""
    return Column("int64", Check.ge(0), description=description, metadata={"unit": unit, "key": key})


def place(description: str) -> Column:
    """A column of offsets that may be missing: -1."""
    return Column("int64", Check.ge(-1), description=description, metadata={"unit": "code points"})


def share(description: str) -> Column:
    """A column of shares between 0 and 1; empty where nothing may be said."""
    return Column("float64", Check.between(0, 1), nullable=True, description=description, metadata={"unit": "share"})


DOC = text("id of the document", metadata={"key": "documents.doc_id"})
START = whole("where it starts in texts.text", "code points")
END = whole("where it ends, exclusive", "code points")
SENTENCE = whole("the sentence it stands in, counted from 0 in its document", "index")
FRAME = text("id of the frame in the codebook")
MODE = text("own (the outlet's), direct (quoted) or indirect (reported)", checks=Check.isin(MODES))
VOICE = text("'outlet', or the speaker's short name; empty where nobody is named")
OUTLET = {
    "outlet": text("id of the outlet"),
    "outlet_name_ar": text("the outlet's name in Arabic"),
    "outlet_name_en": text("the outlet's name in English"),
}
TERM = text("the codebook entry, in dictionary form")


def schema(name: str, description: str, unique: list[str], **columns: Column) -> DataFrameSchema:
    """The schema of one table: its columns in this order and no others; `unique` is its key."""
    return DataFrameSchema(columns, name=name, description=description, unique=unique, strict=True, ordered=True)


def coefficient(description: str) -> Column:
    """A column of agreement beyond chance: 1 is perfect, 0 that of chance; empty where it is not defined."""
    return Column("float64", Check.between(-1, 1), nullable=True, description=description, metadata={"unit": "alpha"})
