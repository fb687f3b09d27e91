"""The tables of words."""

from pandera.pandas import Column

from analysis.schemas.columns import schema, share, text, whole


def _score(description: str, unit: str, **options) -> Column:
    return Column("float64", description=description, metadata={"unit": unit}, **options)


WORDS = (
    schema(
        "keywords",
        "One row per group and word: how often the group has the word, and how often all other groups.",
        ["by", "group", "word"],
        by=text("what the groups are: outlet, event, mode, voice"),
        group=text("the group, by its id; it is set against all others of the table that have the same by"),
        word=text("key of the word: its folded lemma, or that of its spelling group; never shown"),
        form=text("the written form that the word has most often"),
        content=Column("bool", description="whether it is a content word; figures show these only"),
        n=whole("how often the group has it", "words"),
        n_reference=whole("how often the others have it", "words"),
        size=whole("words of the group", "words"),
        size_reference=whole("words of the others", "words"),
        n_documents=whole("documents in which the group has it", "documents"),
        n_documents_reference=whole("documents in which another group has it", "documents"),
        g2=_score("log-likelihood of the difference, + where the group has it more; grows with the corpus", "G²"),
        log_ratio=_score("log2 of the ratio of the relative frequencies: 1 is twice as frequent; 0 as .5", "log2"),
        percent_diff=_score("%DIFF; empty where the others lack the word", "percent", nullable=True),
        z_pooled=_score("weighted log-odds of the group against all groups pooled (as tidylo)", "z"),
        z_pairwise=_score("weighted log-odds of the group against the others (as FightingWords)", "z"),
        dp=share("Gries' DP over the group's documents, 0 is even; empty where n is 0, and with one document"),
        p=share("p-value of log_ratio: documents exchanged between the sides; empty with too few documents"),
        q=share("p adjusted for the false-discovery rate over the words and groups tested"),
    ),
)
