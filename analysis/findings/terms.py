"""What the tables of words say, in sentences: every number comes from a table and opens what is behind it."""

from collections.abc import Mapping

import pandas as pd

from analysis.findings.words import count
from analysis.measures.keyness import smallest_p
from analysis.pages.evidence import Finding, evidence_href, linked

SHOWN = 4  # words or groups named in one sentence


def what_marks_each(shown: pd.DataFrame, outlets: Mapping[str, str]) -> Finding:
    """The words that mark each group most, with their counts; of many groups those with the strongest."""
    sure = shown[~shown["doubtful"]]
    rows = sure if len(sure) else shown
    if rows.empty:
        return Finding("No word of content marks a group against the others.")
    strongest = rows.groupby("group", sort=False)["log_odds"].max().sort_values(ascending=False, kind="stable")
    values, parts = {}, []
    for place, group in enumerate(strongest.index[:SHOWN]):
        words = rows[rows["group"] == group].head(SHOWN)
        values[f"g{place}"] = outlets[group]
        values |= {f"w{place}_{n}": row["word"] for n, row in enumerate(words.to_dict("records"))}
        values |= {f"t{place}_{n}": _times(row) for n, row in enumerate(words.to_dict("records"))}
        parts.append(f"{{g{place}}} " + ", ".join(f"{{w{place}_{n}}} ({{t{place}_{n}}})" for n in range(len(words))))
    doubt = "" if len(sure) else " Each stands in so few articles that it describes them, and not an outlet."
    return Finding("Marked most by their words: " + "; ".join(parts) + "." + doubt, **values)


def _times(row: Mapping) -> object:
    """'4 against 0', opening the sentences in the group."""
    href = evidence_href("words", by="outlet", group=row["group"], key=row["key"])
    return linked(f"{row['n_target']:,} against {row['n_reference']:,}", href)


def what_cannot_be_concluded(keywords: pd.DataFrame, documents: pd.DataFrame, least: int) -> Finding:
    """Whether differences of words may be tested at all, with these numbers of articles."""
    sizes = documents["outlet"].value_counts()
    if len(sizes) < 2:
        return Finding("Nothing is compared: there are words of one outlet only.")
    few = sizes[sizes < least]
    if few.empty:
        return Finding(
            "{tested} were tested by dealing articles; of them {stand} stand with a false-discovery rate of five in a "
            "hundred.",
            tested=count(keywords["p"].notna().sum(), "word of a group", "words of a group"),
            stand=f"{(keywords['q'] < 0.05).sum():,}",
        )
    n = int(sizes.max())
    rest = len(documents) - n
    return Finding(
        "{few} of {outlets} have fewer than {least} articles: for their words no p-value is shown. With {n} articles "
        "against {rest}, dealing them to the two sides in every way cannot give a p below {p}.",
        few=f"{len(few):,}",
        outlets=count(len(sizes), "outlet"),
        least=least,
        n=n,
        rest=rest,
        p=f"{smallest_p(n, rest):.2g}",
    )


def what_is_spelling(spellings: pd.DataFrame, outlets: Mapping[str, str]) -> Finding:
    """Which words outlets write differently: set aside from the differences of words."""
    if spellings.empty:
        return Finding("No word is spelled in two ways by different outlets.")
    kinds = spellings.drop_duplicates(["group", "kind"])["kind"].value_counts()
    decided = spellings[spellings["kind"].isin(DECIDED)]
    rows = decided if len(decided) else spellings
    values, parts = {}, []
    for place, (_, of) in enumerate(list(rows.groupby("group", sort=False))[:SHOWN]):
        forms = of.groupby("form", sort=False)["outlet"].agg(lambda them: ", ".join(outlets[name] for name in them))
        values |= {f"f{place}_{n}": form for n, form in enumerate(forms.index)}
        parts.append(" / ".join(f"{{f{place}_{n}}} ({who})" for n, who in enumerate(forms.head(3))))
    return Finding(
        "{n} are spelled in two ways or more (" + ", ".join(f"{kind} {k:,}" for kind, k in kinds.items()) + "), among "
        "them " + "; ".join(parts) + ". They count as one word each, so that no difference here is one of spelling.",
        n=count(spellings["group"].nunique(), "word"),
        **values,
    )


DECIDED = ("house spelling", "calendar", "transliteration")


def what_is_near(collocates: pd.DataFrame, word: str, forms: Mapping[str, str]) -> Finding:
    """The words that keep company with a word, with how often."""
    if collocates.empty:
        return Finding("No word stands near {word} three times.", word=word)
    rows = collocates.head(SHOWN).to_dict("records")
    values = {f"c{place}": forms[row["word"]] for place, row in enumerate(rows)}
    parts = [f"{{c{place}}} ({row['o11']:,} of {row['f2']:,} times)" for place, row in enumerate(rows)]
    return Finding(
        "Near {word} ({places}) stand most characteristically " + ", ".join(parts) + ".",
        word=word,
        places=count(collocates["f1"].iloc[0], "place"),
        **values,
    )


def keywords_in_words(shown: pd.DataFrame) -> str:
    """The figure of keywords for those who cannot see it."""
    parts = [
        f"{rows.iloc[0]['group_name']}: "
        + ", ".join(f"{row.word} {row.n_target}:{row.n_reference}" for row in rows.itertuples())
        for _, rows in shown.groupby("group", sort=False)
    ]
    return "Words that mark each group, times in it and elsewhere. " + "; ".join(parts) + "."
