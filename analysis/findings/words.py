"""The words of a report: what columns are called, numbers with their units."""

# What a reader is told where a table says the column's name.
HEADINGS = {
    "doc_id": "Article",
    "outlet_name_ar": "Outlet",
    "outlet_name_en": "in English",
    "name_ar": "in Arabic",
    "name_en": "Frame",
    "date_basis": "How the date is known",
    "n_chars": "Characters",
    "n_words": "Words",
    "n_with": "Sentences with it",
    "n_sentences": "Sentences",
    "n_documents": "Articles",
    "n_hits": "Hits",
    "forms": "Forms matched",
    "folded": "Folded key",
    "mode": "Voice",
    "n_in": "Words in it",
    "n_direct": "Words quoted",
    "n_indirect": "Words reported",
    "n_articles": "Articles of the outlet",
    "n_first": "First in",
    "n_last": "Last in",
    "n_cues": "Reporting words",
    "cues": "Which",
    "rest_low": "Least without one",
    "rest_high": "Greatest without one",
    "n_outlets": "Outlets",
    "n_unsettled": "Not settled",
    "n_coded": "Coders see it in",
    "n_found": "Found in",
    "f1": "F1",
    "alpha": "Alpha",
    "ac1": "AC1",
    "kappa": "Kappa",
    "percent": "Agreement",
    "form_a": "Word",
    "form_b": "Other word",
    "n_a": "Times",
    "n_b": "Times of the other",
    "documents_both": "Articles with both",
    "n": "Times",
    "n_reference": "Elsewhere",
    "n_target": "Times",
    "n_documents_reference": "Articles elsewhere",
    "documents_target": "Articles",
    "g2": "G²",
    "log_ratio": "Log ratio",
    "percent_diff": "%DIFF",
    "z_pooled": "z",
    "log_odds": "z",
    "dp": "DP",
    "group_name": "Group",
    "o11": "Near it",
    "f2": "In all",
    "log_dice": "logDice",
    "mi": "MI",
    "ll": "G²",
    "wire": "Wire copy",
    "more": "More in",
    "less": "Less in",
} | {
    name: name.capitalize()
    for name in (
        *("line", "role", "rule", "text", "sentence", "frame", "entry", "share", "outlet", "published", "event"),
        *("headline", "credit", "encoding", "restored", "duplicate", "articles", "form", "lemma", "definition"),
        "entries",
        "speaker",
        "stance",
        "range",
        "coder",
        "coders",
        "precision",
        "recall",
        "scenario",
        "contrast",
        "verdict",
        "group",
        "kind",
        "word",
        "score",
        "outlets",
    )
}


def count(n: int, unit: str, units: str = "") -> str:
    """A number with its unit: '1 article', '1,200 articles'."""
    return f"{n:,} {unit if n == 1 else units or unit + 's'}"


def abridged(text: str, longest: int = 60) -> str:
    """The text, cut at a space where it is longer than a sentence can hold."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"
