"""The speakers of source phrases and verbal nouns: بحسب، وفقا لـ، قوله، اتهامه."""

from analysis.voices.articles import END
from analysis.voices.classes import (
    ACTOR,
    AUX,
    COMP,
    DELIVERED,
    DOC,
    HEAD,
    KNOWN,
    MEDIA,
    PASSIVES,
    PREP,
    REL,
    SAME,
    STOP,
)
from analysis.voices.memory import FEW, Memory, Said
from analysis.voices.parse import phrase
from analysis.voices.phrase import Phrase
from analysis.voices.sites import Site
from analysis.voices.subjects import SOMEBODY, after, subject


def source(memory: Memory, site: Site, following: Site | None) -> Said | None:
    """Whose words a source phrase announces; None if it names no source: 'وفق القانون'."""
    article, j = memory.article, site.last + 1
    if site.reading.agent == "pronoun" or j >= len(article.flags) or article.gaps[j] & END:
        return memory.carried(site)
    if following is not None and following.first <= j + 1:
        found = after(article, following, memory.people, False)
        if found:
            return Said(site, memory.people.resolve(found), j, "named by the next cue, sure")
        return memory.carried(site)
    found = _delivered(memory, j) or _named(memory, j)
    return _owned(memory, site, found) if found is not None and _can_speak(memory, found) else None


def _named(memory: Memory, j: int) -> Phrase | None:
    """The phrase after a source word, prepositions and 'ما جاء' aside."""
    article = memory.article
    flags, last = article.flags, min(len(article.flags), j + FEW + 1)
    while j < last and flags[j] & (PREP | AUX) and not article.gaps[j] & END and not flags[j] & HEAD:
        j += 2 if article.folded[article.types[j]] == "ما" else 1
    if j >= len(flags) or article.gaps[j] & END or (flags[j] & (COMP | REL | STOP) and not flags[j] & HEAD):
        return None
    return phrase(article, j, memory.people.quoted)


def _delivered(memory: Memory, j: int) -> Phrase | None:
    """Who gave a statement: 'بحسب تصريحات أدلى بها …'."""
    article = memory.article
    flags, last = article.flags, min(len(article.flags) - 1, j + FEW)
    said = next((k for k in range(j + 1, last) if flags[k] & DELIVERED and not article.gaps[k]), -1)
    if said < 0 or not flags[j] & DOC:
        return None
    by = said + 1 + bool(flags[said + 1] & PREP)
    found = phrase(article, by, memory.people.quoted) if by < len(flags) and not article.gaps[by] & END else None
    return found if found and _can_speak(memory, found) else None


def _can_speak(memory: Memory, found: Phrase) -> bool:
    if found.flags & (HEAD | ACTOR) or found.quoted or memory.people.owner(found):
        return True
    article, first = memory.article, found.name[0] if found.name else found.first
    return not article.flags[first] & KNOWN or memory.people.knows(article.folded[article.types[first]])


def _owned(memory: Memory, site: Site, found: Phrase) -> Said:
    """A source; a document belongs to the body after ل, and 'المصدر ذاته' is the source before."""
    article, people, reached = memory.article, memory.people, found.last + 1
    if reached < len(article.flags) and article.flags[reached] & SAME:
        named = [one for one in memory.told if one.site.reading.shape == "source" or one.speaker.kind & (MEDIA | DOC)]
        if named:
            return Said(site, named[-1].speaker, reached + 1, "the same source, sure")
    words = map(article.core, range(found.first, min(reached + FEW, len(article.flags))))
    if found.flags & DOC and "مشترك" in words:
        return Said(site, people.both(), reached, "a joint statement, fairly sure")
    owner = people.owner(found)
    if owner is not None:
        speaker = memory.owning(found, people.resolve(owner))
        return Said(site, speaker, owner.last + 1, "owner of the document, sure")
    return Said(site, people.resolve(found), reached, "named after the cue, sure")


def noun(memory: Memory, site: Site) -> Said | None:
    """Whose words a verbal noun presents; قوله after نقل عن belongs to whom عن names."""
    article, word = memory.article, memory.article.folded[memory.article.types[site.last]]
    own = bool(site.reading.agent) or word.endswith("القول")
    if own and (speaker := memory.take_quoted(site)):
        return Said(site, speaker, site.last + 1, "named by عن, sure")
    if doer := _doer(memory, site):
        return doer
    passive = site.first and article.flags[site.first - 1] & PASSIVES
    at_once = site.how in ("colon", "mark") and site.content == site.last + 1
    if own or word.startswith(("ب", "لل")) or passive or at_once:
        return memory.carried(site)
    found = subject(article, site.last + 1, site, memory.people)
    if found is None or not found.flags & SOMEBODY:
        return None
    return Said(site, memory.people.resolve(found), found.last + 1, "after the verbal noun, unsure")


def _doer(memory: Memory, site: Site) -> Said | None:
    """Who does the act of a verbal noun by 'من قبل'."""
    article, j = memory.article, site.last + 3
    if j >= len(article.flags) or [article.folded[t] for t in article.types[j - 2 : j]] != ["من", "قبل"]:
        return None
    found = phrase(article, j, memory.people.quoted)
    return found and Said(site, memory.people.resolve(found), found.last + 1, "named by من قبل, sure")
