"""The tables behind the figures that lay reports side by side: their wordings, what they pass on, their words."""

from pandera.pandas import Check, Column

from analysis.schemas.columns import schema, share, text, whole
from analysis.schemas.events import DIFFERENCES, EVENT, GIVEN, RELATIONS, doc

DOC = text("id of the document", metadata={"key": "documents.doc_id"})
CLAIM = {
    "event": EVENT,
    "claim": whole("number of what was said, in its event", "index", key="claims.claim"),
    "speaker": text("who is presented as saying it, by short name; empty where nobody is named"),
    "text": text("its longest wording in any report"),
    "doc_id": DOC,
    "outlet_name_ar": text("the outlet's name in Arabic; empty where the outlet is unknown"),
}
BESIDE = (
    schema(
        "variant_words",
        "One row per word of two passages that give the same words of a speaker, word over word.",
        ["event", "variant", "place"],
        event=EVENT,
        variant=whole("number of the pair in its event", "index", key="variants.variant"),
        relation=text("what the second has against the first, in one word", checks=Check.isin(RELATIONS)),
        speaker=text("who is presented as saying it, by short name; empty where nobody is named"),
        doc_a=doc("first"),
        doc_b=doc("second"),
        outlet_a=text("name of the first document's outlet as shown"),
        outlet_b=text("name of the second document's outlet as shown"),
        place=whole("where the word stands in the alignment, from 0", "index"),
        word_a=text("the word as the first writes it; empty where only the second has one"),
        word_b=text("the word as the second writes it; empty where only the first has one"),
        kind=text("what kind of difference; empty where both are the same", checks=Check.isin(("", *DIFFERENCES))),
    ),
    schema(
        "claim_grid",
        "One row per thing that was said and report of the event: how the report has it, if it does.",
        ["event", "claim", "doc_id"],
        **CLAIM,
        given=text("quoted, reported, or absent from the article", checks=Check.isin((*GIVEN, "absent"))),
        shortened=Column("bool", description="whether another report of the event has clearly more of it"),
        decided=text(
            "'rule', or 'people' where the study's pairings say so; empty where absent by rule",
            checks=Check.isin(("rule", "people", "")),
        ),
        position=share("share of the article's words before it: 0 is the lead; empty where absent"),
        n_words=whole("words of the passage; 0 where absent", "words"),
    ),
    schema(
        "claim_order",
        "One row per thing that was said in two or more reports and report that has it: how far down.",
        ["event", "claim", "doc_id"],
        **CLAIM,
        position=Column(
            "float64",
            Check.between(0, 1),
            description="share of the article's words before it: 0 is the lead",
            metadata={"unit": "share"},
        ),
    ),
    schema(
        "shared_wording",
        "One row per pair of reports of an event: how many five-word sequences they share.",
        ["first", "second"],
        first=doc("first"),
        second=doc("second"),
        first_name=text("the first as shown"),
        second_name=text("the second as shown"),
        n_first=whole("distinct five-word sequences of the first", "sequences"),
        n_second=whole("distinct five-word sequences of the second", "sequences"),
        n_shared=whole("of these, in both", "sequences"),
        share=share("n_shared / the smaller of n_first and n_second; empty where one of them is 0"),
    ),
    schema(
        "keywords_shown",
        "One row per group and word that marks it against all other groups.",
        ["group", "word"],
        group=text("id of the group: an outlet, an event, a voice"),
        group_name=text("the group's name in Arabic"),
        word=text("the word in its most frequent written form"),
        n_target=whole("times in the group", "words"),
        n_reference=whole("times in all other groups", "words"),
        documents_target=whole("documents of the group with the word", "documents"),
        documents_reference=whole("documents of all other groups with the word", "documents"),
        log_odds=Column(
            "float64",
            description="weighted log-odds ratio (informative Dirichlet prior) over its standard error",
            metadata={"unit": "z"},
        ),
        doubtful=Column("bool", description="whether it stands in too few documents to say anything"),
    ),
)
