"""How far reported content runs, and whether it is quoted, reported or both."""

from typing import NamedTuple

from analysis.voices.articles import COLON, COMMA, END, LINE, Article
from analysis.voices.classes import AND, BREAK, COMP, ENDING, PREP, REL, TIME, TITLE, TO
from analysis.voices.memory import Said
from analysis.voices.sites import Site
from analysis.voices.subjects import MANIFEST

AHEAD = 4  # cues looked at for the end of a content


class Reported(NamedTuple):
    """The words [first, end) that a cue reports, and how: direct, indirect or mixed."""

    first: int
    end: int
    content: str


def contents(article: Article, said: list[Said], speech: dict[int, int]) -> list[Reported]:
    """What each cue reports; speech: word → number of the quotation whose words it belongs to."""
    outer = [n for n, one in enumerate(said) if one.site.first not in speech]
    place = {n: number for number, n in enumerate(outer)}
    found, before = [], 0
    for n, one in enumerate(said):
        if n not in place:
            found.append(_inside(article, one, speech))
            continue
        limit = _limit(article, one, [said[m].site.first for m in outer[place[n] + 1 : place[n] + AHEAD]])
        if one.site.reading.shape == "source":
            found.append(_source(article, one, speech, before, limit))
        else:
            found.append(_clause(article, one, speech, limit))
        before = one.site.last + 1
    return _inherited(article, said, found)


def _limit(article: Article, one: Said, following: list[int]) -> int:
    """Where the next cue stands; one in a relative clause of the subject does not end the content."""
    beyond = one.site.content if one.site.how != "none" else one.site.last
    return next((first for first in following if first >= beyond), len(article.flags))


def _inherited(article: Article, said: list[Said], found: list[Reported]) -> list[Reported]:
    """'تابع قائلا', 'نقل عن … قوله': the first cue reports what the second does."""
    for n in range(len(found) - 2, -1, -1):
        one, other = said[n].site, said[n + 1].site
        if other.how in MANIFEST and _doubled(article, one, other, found[n]):
            found[n] = found[n]._replace(content=found[n + 1].content)
    return found


def _doubled(article: Article, one: Site, other: Site, span: Reported) -> bool:
    """Whether the second cue carries on the first with the content of both."""
    between = article.gaps[one.last + 1 : other.first + 1]
    if any(gap & END for gap in between):
        return False
    if other.reading.shape == "noun":
        return bool(other.reading.agent) or not between[-1]
    empty = one.content < 0 or span.first >= span.end or one.content >= other.first
    return other.reading.shape == "participle" and empty and not between[-1] & (COMMA | COLON)


def _inside(article: Article, one: Said, speech: dict[int, int]) -> Reported:
    quote, end = speech[one.site.first], one.site.last + 1
    while end < len(article.flags) and speech.get(end) == quote and not article.gaps[end] & END:
        end += 1
    return Reported(one.after, max(end, one.after), "indirect")


def _clause(article: Article, one: Said, speech: dict[int, int], limit: int) -> Reported:
    """The clause after a verb: to the next cue, the sentence's end, or where the outlet speaks again."""
    site = one.site
    first = site.content if site.content >= one.after and site.how != "none" else one.after
    between = article.flags[one.after : first]
    aside = bool(article.gaps[one.after] & COMMA) and one.after > site.last + 1  # قال الوزير، وهو طبيب، «...»
    adjunct = between and (aside or between[0] & (PREP | TO | REL | TITLE))  # where, to whom, who he is
    if site.how == "mark" and not adjunct and not all(f & (ENDING | TIME) for f in between):
        first = one.after  # words before the mark belong to the content: مؤكدا استمراره في «دعم …»
    relative = site.first and article.flags[site.first - 1] & REL
    end = first
    inner = first
    while (
        inner < limit
        and article.flags[inner] & (COMP | PREP | TIME)
        and inner not in speech
        and not article.gaps[inner + 1] & END
    ):
        inner += 1
    stop = LINE if site.how == "colon" and first not in speech else END
    while end < limit:
        gap = article.gaps[end]
        in_speech = end in speech and speech.get(end - 1) == speech[end]
        if end > first and not in_speech and (gap & stop or (gap & COMMA and (relative or article.flags[end] & BREAK))):
            break
        end += 1
    end = _before_next(article, first, end, limit)
    return Reported(first, end, _content(article, inner, end, speech))


def _before_next(article: Article, first: int, end: int, limit: int) -> int:
    """Step back from the next cue over what belongs to its own clause: 'كما', 'من جهته'."""
    if end == limit and end < len(article.flags):
        for j in range(end, max(first, end - 12), -1):
            if article.gaps[j] & (COMMA | END):
                return j
    return end


def _content(article: Article, first: int, end: int, speech: dict[int, int]) -> str:
    inside = [j in speech for j in range(first, end)]
    if not any(inside):
        return "indirect"
    plain = [j for j, quoted in zip(range(first, end), inside, strict=True) if not quoted]
    if not plain or _aside(article, first, end, speech):
        return "direct"
    return "mixed"


def _aside(article: Article, first: int, end: int, speech: dict[int, int]) -> bool:
    """Whether all words outside the quotations stand after a comma behind the last of them."""
    last = max(j for j in range(first, end) if j in speech)
    before = [j for j in range(first, last) if j not in speech and not article.flags[j] & COMP]
    return not before and (last + 1 >= end or bool(article.gaps[last + 1] & (COMMA | END)))


def _source(article: Article, one: Said, speech: dict[int, int], before: int, limit: int) -> Reported:
    """The sentence around a source phrase: what follows one that opens it, else what comes before."""
    site = one.site
    begin = site.first
    while begin > before and not article.gaps[begin] & END:
        begin -= 1
    if begin == site.first or (article.gaps[site.first] & COMMA and article.flags[site.first] & AND):
        end = one.after
        while end < len(article.flags) and not (
            article.gaps[end] & END and not (end in speech and speech.get(end - 1) == speech[end])
        ):
            end += 1
        return Reported(one.after, end, _mixed(one.after, end, speech))
    return Reported(begin, site.first, _mixed(begin, site.first, speech))


def _mixed(first: int, end: int, speech: dict[int, int]) -> str:
    return "mixed" if any(j in speech for j in range(first, end)) else "indirect"
