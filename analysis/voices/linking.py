"""Which reporting word introduces a quotation."""

from analysis.voices.articles import END, Article
from analysis.voices.content import Reported
from analysis.voices.memory import Said

AFTER = 2  # words between a quotation and a cue that follows it


def link(
    article: Article, spans: list[tuple[int, int]], said: list[Said], reported: list[Reported], speech: dict[int, int]
) -> list[int]:
    """For every quotation, as (first word, last word), the number of its cue in `said`, or -1."""
    outer = [n for n, one in enumerate(said) if one.site.first not in speech]
    found = []
    at = 0
    for first, last in spans:
        while at < len(outer) and said[outer[at]].site.first < first:
            at += 1
        found.append(_cue(article, first, last, outer, at, said, reported))
    return found


def _cue(
    article: Article, first: int, last: int, outer: list[int], at: int, said: list[Said], reported: list[Reported]
) -> int:
    """The nearest cue before whose content reaches the quotation, a source phrase after it, a verb right after it."""
    for n in reversed(outer[max(0, at - 4) : at]):
        if said[n].site.reading.shape != "source" and reported[n].first <= first < reported[n].end:
            return n
    for n in outer[max(0, at - 4) : at + 4]:
        if said[n].site.reading.shape == "source" and reported[n].first <= first < reported[n].end:
            return n
    if at == len(outer) or said[outer[at]].site.first > last + AFTER or article.gaps[last + 1] & END:
        return -1
    site = said[outer[at]].site
    return outer[at] if site.how != "colon" and site.reading.shape in ("past", "present") else -1
