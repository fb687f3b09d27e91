"""The tables that lay the reports of one event side by side."""

from pandera.pandas import Check, Column

from analysis.schemas.columns import END, SENTENCE, START, schema, share, text, whole

RELATIONS = (
    "identical",
    "spelling",
    "punctuation",
    "order",
    "insertion",
    "deletion",
    "substitution",
    "paraphrase",
    "direct-to-indirect",
    "indirect-to-direct",
)
DIFFERENCES = ("spelling", "punctuation", "order", "insertion", "deletion", "substitution")
GIVEN = ("quoted", "reported")
EVENT = text("id of the event")


def doc(which: str) -> Column:
    """The column of one document of a pair."""
    return text(f"id of the {which} document", metadata={"key": "documents.doc_id"})


def offset(what: str, which: str) -> Column:
    """The column of an offset into one document of a pair."""
    return whole(f"where the passage {what} in the {which} document's text", "code points")


PAIR = {
    "doc_a": doc("first"),
    "start_a": offset("starts", "first"),
    "end_a": offset("ends", "first"),
    "doc_b": doc("second"),
    "start_b": offset("starts", "second"),
    "end_b": offset("ends", "second"),
}
EVENTS = (
    schema(
        "variants",
        "One row per pair of passages in which two reports of an event give the same words of a speaker.",
        ["event", "variant"],
        event=EVENT,
        variant=whole("number of the pair in its event, from 0", "index"),
        **PAIR,
        speaker=text("who is presented as saying it, by short name"),
        relation=text("what the second has against the first, in one word", checks=Check.isin(RELATIONS)),
        shared=share("share of the words of the shorter passage that the alignment matches"),
        decided=text("'rule', or 'people' where the study's pairings say so", checks=Check.isin(("rule", "people"))),
    ),
    schema(
        "differences",
        "One row per difference between the two passages of a variant, word by word.",
        ["event", "variant", "difference"],
        event=EVENT,
        variant=whole("the pair", "index", key="variants.variant"),
        difference=whole("number of the difference in its pair, from 0", "index"),
        kind=text("what kind of difference", checks=Check.isin(DIFFERENCES)),
        **{name: column for name, column in PAIR.items() if not name.startswith("doc")},
    ),
    schema(
        "claims",
        "One row per passage that gives what somebody said; passages of one event that say the same share a number.",
        ["event", "claim", "doc_id", "start"],
        event=EVENT,
        claim=whole("number of what was said, in its event, from 0", "index"),
        speaker=text("who is presented as saying it, by short name"),
        doc_id=text("id of the document", metadata={"key": "documents.doc_id"}),
        sentence=SENTENCE,
        start=START,
        end=END,
        given=text("quoted or reported", checks=Check.isin(GIVEN)),
        shortened=Column("bool", description="whether another report of the event has clearly more of it"),
        n_words=whole("words of the passage", "words"),
        position=share("share of the article's words before it: 0 is the lead"),
        decided=text("'rule', or 'people' where the study's pairings say so", checks=Check.isin(("rule", "people"))),
    ),
    schema(
        "reuse",
        "One row per pair of documents that share wording: how many of their five-word sequences are the same.",
        ["doc_a", "doc_b"],
        doc_a=doc("first"),
        doc_b=doc("second"),
        n_a=whole("distinct five-word sequences of the first", "sequences"),
        n_b=whole("distinct five-word sequences of the second", "sequences"),
        n_shared=whole("of these, in both", "sequences"),
        jaccard=share("n_shared / (n_a + n_b - n_shared)"),
        days=Column(
            "float64",
            nullable=True,
            description="publication of the second after that of the first; empty where a date is not known",
            metadata={"unit": "days"},
        ),
    ),
)
