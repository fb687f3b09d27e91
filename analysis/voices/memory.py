"""What an article has said so far about who speaks: the last speakers, whom a paper quotes, whose statement it is."""

from collections import deque
from typing import NamedTuple

from analysis.text.morphology import dictionary
from analysis.voices.articles import COMMA, END, LINE, Article
from analysis.voices.before import sentence_subject
from analysis.voices.classes import COMP, DEF, DOC, PEOPLE, PREP, TITLE
from analysis.voices.known import Somebody
from analysis.voices.labels import MANY
from analysis.voices.parse import phrase
from analysis.voices.people import People
from analysis.voices.phrase import Phrase
from analysis.voices.sites import Site
from analysis.voices.subjects import SOMEBODY

AGREES = {"3m": "msx", "3f": "fsx", "3p": "pdx", "3d": "dpx", "m": "msx", "f": "fsx", "p": "pdx", "d": "dx"}
REMEMBERED = 6  # cues back to which a dropped subject may refer
REACH = 300  # words back to which a sentence is searched: longer ones are lists or lack their stops
FULL = 2  # words of a name by which somebody new is introduced
FEW = 3  # words after a verb within which عن names whom it quotes
DOCUMENT = 8  # words after a speaker within which his statement is named


class Said(NamedTuple):
    """A reporting word with its speaker, None if nobody is named; the word after the subject; the rule."""

    site: Site
    speaker: Somebody | None
    after: int
    rule: str


class Memory:
    """The speakers of one article up to the word that is read."""

    def __init__(self, article: Article, people: People):
        self.article, self.people = article, people
        self.told: deque[Said] = deque(maxlen=REMEMBERED)  # the last with a speaker, outside quotations
        self.sure: deque[Said] = deque(maxlen=REMEMBERED)  # of these, no source phrases and no guesses
        self.quoted: tuple[Somebody, int] | None = None  # whom نقل عن quotes, and from which word on

    def remember(self, said: Said) -> None:
        """Keep a speaker for the clauses that follow."""
        if said.speaker is None or said.site.first in self.article.at:
            return
        self.told.append(said)
        if said.site.reading.shape != "source" and not said.rule.endswith("unsure"):
            self.sure.append(said)

    def carried(self, site: Site) -> Said:
        """The subject of the sentence, or else the speaker before, if gender and number agree."""
        wanted = AGREES.get(site.reading.agent, "mfpdsx")
        told = self.sure or self.told
        if not told or told[-1].site.first < self.back(site.first, END):
            somebody = self._subject_before(site)
            if somebody and somebody.agent in wanted:
                return Said(site, somebody, site.last + 1, "subject of the sentence, fairly sure")
            if told and (newcomer := self._newcomer(site, told[-1])) and newcomer.agent in wanted:
                return Said(site, newcomer, site.last + 1, "subject of the sentence before, fairly sure")
        for said in reversed(told):
            if said.speaker.agent in wanted:
                return Said(site, said.speaker, site.last + 1, "carried from the cue before, fairly sure")
        if not told:
            return Said(site, None, site.last + 1, "no subject found")
        if site.reading.agent == "3d" and told[0].speaker is not told[-1].speaker:
            return Said(site, self.people.both(), site.last + 1, "the two who spoke before, fairly sure")
        return Said(site, told[-1].speaker, site.last + 1, "carried from the cue before, unsure")

    def recited(self, site: Site) -> Said:
        """Scripture, 'قال الله تعالى': whoever speaks in this paragraph goes on, if anybody does."""
        speaker = self.told[-1].speaker if self.near(site) else None
        return Said(site, speaker, site.last + 1, "scripture, recited by who spoke before, fairly sure")

    def _subject_before(self, site: Site) -> Somebody | None:
        for marks in (END | COMMA, END):
            found = sentence_subject(self.article, self.back(site.first, marks), site.first, self.people)
            if found:
                return self.people.resolve(found)
        return None

    def _newcomer(self, site: Site, told: Said) -> Somebody | None:
        """Whom the sentence before introduces with title and full name, if nobody speaks there."""
        end = self.back(site.first, END)
        begin = self.back(end - 1, END)
        if told.site.first >= begin:
            return None
        found = sentence_subject(self.article, begin, end, self.people)
        if found is None or found.first > begin + FEW or not found.flags & TITLE or len(found.name) < FULL:
            return None
        return self.people.resolve(found)

    def back(self, i: int, marks: int) -> int:
        """The nearest word before, within a long sentence's reach, that follows one of these marks."""
        gaps, least = self.article.gaps, max(0, i - REACH)
        while i > least and not gaps[i] & marks:
            i -= 1
        return i

    def near(self, site: Site) -> bool:
        """Whether somebody has spoken in this paragraph."""
        return bool(self.told) and self.told[-1].site.first >= self.back(site.first, LINE)

    def speaker(self, found: Phrase) -> Somebody:
        """Whom a subject means; a document speaks for the body that it is of, or for who issued it."""
        if found.flags & DOC and not found.flags & PEOPLE and not found.name:
            if owner := self.people.owner(found):
                return self.owning(found, self.people.resolve(owner))
            document = frozenset((self.article.core(found.first),))
            issuer = next((one for one in reversed(self.people.everybody) if document in one.descriptions), None)
            if issuer is not None and self.article.flags[found.first] & DEF:
                return issuer
        return self._same_person(found) or self.people.resolve(found)

    def _same_person(self, found: Phrase) -> Somebody | None:
        """Who spoke last, for a noun alone that the article has named nobody by: 'وأكد المسؤول'."""
        article = self.article
        alone = len(found.description) == 1 and not found.name and not found.quoted
        if not alone or not found.flags & (TITLE | PEOPLE) or not article.flags[found.first] & DEF:
            return None
        noun = article.core(found.first)
        plural = dictionary().get(noun, noun) != noun or noun.endswith(MANY)
        if plural or self.people.mentioned(frozenset((noun,)), found, True) is not None:
            return None
        persons = (said.speaker for said in reversed(self.told) if said.speaker.agent in "mfsx")
        return next((one for one in persons if one.kind & (TITLE | PEOPLE) or not one.kind), None)

    def owning(self, found: Phrase, owner: Somebody) -> Somebody:
        """The owner of a document, noted as such, so that 'البيان' means the owner later on."""
        owner.descriptions.append(frozenset((self.article.core(found.first),)))
        self.people.touch(owner)
        return owner

    def states(self, last: int, speaker: Somebody) -> None:
        """Note the document in which somebody speaks: 'قال المجلس في بيان'."""
        article = self.article
        for j in range(last + 1, min(last + DOCUMENT, len(article.flags))):
            if article.gaps[j] & END or article.flags[j] & COMP:
                return
            if article.flags[j] & DOC and article.flags[j - 1] & PREP:
                speaker.descriptions.append(frozenset((article.core(j),)))

    def note_quoted(self, reached: int) -> Somebody | None:
        """Whom عن names after نقل and the like, kept for قوله after it."""
        article = self.article
        for j in range(reached, min(reached + FEW, len(article.flags) - 1)):
            word = article.folded[article.types[j]]
            if article.gaps[j] & END or not word.startswith("عن"):
                continue
            somebody = self.told[-1].speaker if word != "عن" and self.told else None
            if word == "عن" and (source := phrase(article, j + 1, self.people.quoted)) and source.flags & SOMEBODY:
                somebody = self.people.resolve(source)
            self.quoted = (somebody, j) if somebody else None
            return somebody
        return None

    def take_quoted(self, site: Site) -> Somebody | None:
        """Whom the paper quotes in this sentence; asked once."""
        somebody, self.quoted = self.quoted, None
        return somebody[0] if somebody and somebody[1] >= self.back(site.first, END) else None
