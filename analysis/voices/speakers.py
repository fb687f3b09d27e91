"""Whose words a reporting word presents: its subject, or the speaker carried on from the clause before."""

import re
from collections.abc import Sequence

from analysis.voices.articles import END, Article
from analysis.voices.before import before
from analysis.voices.books import Cue
from analysis.voices.classes import ACTOR, AND, AUX, BREAK, COMP, DOC, HONOUR, PASSIVES, PREP, REL, STOP, TIME, TITLE
from analysis.voices.memory import Memory, Said
from analysis.voices.objects import of_god
from analysis.voices.parse import phrase
from analysis.voices.people import People
from analysis.voices.phrase import Phrase
from analysis.voices.sites import Site
from analysis.voices.sources import noun, source
from analysis.voices.subjects import MANIFEST, SOMEBODY, after, subject, sure

PASSIVE = re.compile("[أا]\u064f|[يت]\u064fت")  # of other presents the active too may have this vowel
CLAUSE_WORDS = 6  # words of a phrase with a preposition that may stand before the verb
IN_IT = frozenset(("خلاله", "خلالها", "فيه", "فيها"))  # in the call, in the letter
CLAUSE = AUX | REL | COMP | STOP | BREAK | PREP | TIME


class Speakers:
    """The speakers of an article's reporting words, decided in reading order."""

    def __init__(self, article: Article, people: People, cues: Sequence[Cue]):
        self.article, self.people, self.cues = article, people, cues
        self.memory = Memory(article, people)

    def decide(self, sites: list[Site]) -> list[Said]:
        """Every site with its speaker; sites that turn out to report nothing are left out."""
        found = []
        for number, site in enumerate(sites, 1):
            said = self._decide(site, sites[number] if number < len(sites) else None)
            if said:
                found.append(said)
                self.memory.remember(said)
        return found

    def _decide(self, site: Site, following: Site | None) -> Said | None:
        shape = site.reading.shape
        if site.first in self.article.at:
            return self._within_quotation(site)
        if shape == "source":
            return source(self.memory, site, following)
        if shape == "noun":
            return noun(self.memory, site)
        if shape in ("participle", "bare"):
            return self._honoured(site) or self.memory.carried(site)
        return self._first_person(site) if site.reading.agent in ("1s", "1p", "2") else self._verb(site, following)

    def _first_person(self, site: Site) -> Said | None:
        """The article's own I or we: who signs it, or who spoke before in this paragraph."""
        if self.article.author and site.reading.agent == "1s":
            author = self.people.author(self.article.author)
            return Said(site, author, site.last + 1, "first person of who signs, fairly sure")
        near = self.memory.near(site)
        if site.how not in MANIFEST and not (near and site.reading.shape == "past"):
            return None
        return self.memory.carried(site) if near else Said(site, None, site.last + 1, "first person, nobody named")

    def _verb(self, site: Site, following: Site | None) -> Said | None:
        if PASSIVE.match(self.article.text, site.start):
            return Said(site, None, site.last + 1, "passive, nobody named")
        if self.cues[site.reading.cue].recites and of_god(self.article, site.last + 1):
            return self.memory.recited(site)
        if honoured := self._honoured(site):
            return honoured
        attached = self._attached(site)
        found = self._subject(site, attached)
        if attached and found is None:
            return None
        reached = found.last + 1 if found is not None and found.first > site.last else site.last + 1
        quoted = self.memory.note_quoted(reached) if self.cues[site.reading.cue].relays else None
        if quoted is not None and (found is None or not self._goes_on(site, following)):
            return Said(site, quoted, reached, "named by عن, sure")
        if found is None:
            return self._unnamed(site)
        speaker = self.memory.speaker(found)
        speaker.agree(site.reading.agent)
        self.memory.states(found.last, speaker)
        side = "after" if found.first > site.last else "before"
        return Said(site, speaker, reached, f"subject {side} the verb, sure")

    def _goes_on(self, site: Site, following: Site | None) -> bool:
        """Whether قوله in the same sentence has the words, so that the first verb presents who relays them."""
        if following is None or following.reading.shape != "noun" or not following.reading.agent:
            return False
        return not any(gap & END for gap in self.article.gaps[site.last + 1 : following.first + 1])

    def _subject(self, site: Site, attached: bool) -> Phrase | None:
        """The subject: before a verb that follows a noun, else rather after it."""
        transitive = bool(self.cues[site.reading.cue].transitive)
        if site.reading.agent == "3p":
            return before(self.article, site, self.people)  # no noun follows its verb in the plural
        if not attached:
            return after(self.article, site, self.people, transitive) or before(self.article, site, self.people)
        found = before(self.article, site, self.people)
        if found is None:
            found = after(self.article, site, self.people, transitive)
            return found if found is not None and sure(self.article, found, self.people) else None
        return found

    def _attached(self, site: Site) -> bool:
        """Whether a verb follows a noun without a mark or a word that opens a clause: its subject, or not a verb."""
        article, i = self.article, site.first
        if i == 0 or article.gaps[i] or article.flags[i] & AND or article.flags[i - 1] & CLAUSE:
            return False
        begin = max(0, i - CLAUSE_WORDS)
        opening = next((j for j in range(i, begin, -1) if article.gaps[j]), begin)
        return not article.flags[opening] & PREP  # وفي كلمته الأخيرة أكد …

    def _honoured(self, site: Site) -> Said | None:
        """A verb with سموه or the like: whoever was named last with that honour, else with a title."""
        article, j = self.article, site.last + 1
        if j >= len(article.flags) or not article.flags[j] & HONOUR or article.gaps[j]:
            return None
        told = (said.speaker for said in reversed(self.memory.told) if said.speaker.kind & TITLE and said.speaker.names)
        titled = self.people.titled.before(site.first, article.core(j)) or next(told, None)
        titled = titled or self.people.titled.before(site.first)
        return titled and Said(site, titled, j + 1, "honorific with a pronoun, fairly sure")

    def _unnamed(self, site: Site) -> Said:
        """A verb without a subject: the document in which it stands, else who spoke before."""
        if told := self._document(site) or self._sender(site):
            return told
        said = self.memory.carried(site)
        if said.speaker is not None:
            self.memory.states(site.last, said.speaker)
        return said

    def _document(self, site: Site) -> Said | None:
        """'جاء في بيان للكرملين': the document that the verb needs, or whose it is."""
        j = site.content
        if site.how != "need" or not self.article.flags[j] & DOC or not self.article.flags[j - 1] & PREP:
            return None
        found = phrase(self.article, j, self.people.quoted)
        return found and Said(site, self.memory.speaker(found), found.last + 1, "document in which it stands, sure")

    def _sender(self, site: Site) -> Said | None:
        """Who calls or writes: 'تلقى الأمير اتصالا من الملك، أعرب خلاله عن'."""
        article, j = self.article, site.last + 1
        if j >= len(article.flags) or not article.flags[j] & PREP or article.folded[article.types[j]] not in IN_IT:
            return None
        for k in range(site.first - 1, self.memory.back(site.first, END) - 1, -1):
            if article.folded[article.types[k]] == "من" and not article.gaps[k + 1]:
                found = phrase(article, k + 1, self.people.quoted)
                if found and found.flags & (TITLE | ACTOR) and found.last < site.first:
                    return Said(site, self.people.resolve(found), j + 1, "who calls or writes, fairly sure")
        return None

    def _within_quotation(self, site: Site) -> Said | None:
        """A site inside a quotation counts where it names another speaker, or nobody does the act (تم التأكيد)."""
        i, reading = site.first, site.reading
        if reading.shape == "noun" and i and self.article.flags[i - 1] & PASSIVES:
            joint = next((body for body in reversed(self.people.everybody) if body.agent == "d"), None)
            return Said(site, joint, site.last + 1, "passive inside a quotation, unsure")
        if reading.agent not in ("3m", "3f") or reading.shape not in ("past", "present"):
            return None
        found = subject(self.article, site.last + 1, site, self.people)
        if found is None or not found.flags & SOMEBODY:
            return None
        return Said(site, self.people.resolve(found), found.last + 1, "another speaker inside a quotation, unsure")
