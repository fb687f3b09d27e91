"""Who an article talks about: names and descriptions of one person or body brought together as they are read."""

from analysis.voices.articles import COLON, COMMA, END, Article
from analysis.voices.books import Actor
from analysis.voices.classes import (
    ACTOR,
    AND,
    BODY,
    BOTH,
    CUE,
    DEF,
    DOC,
    ENDING,
    GIVEN,
    HEAD,
    INFLECTED,
    KNOWN,
    MEDIA,
    OWN,
    PARTICLE,
    PEER,
    PEOPLE,
    TITLE,
    TO,
)
from analysis.voices.known import Known, Somebody, descends, without_article
from analysis.voices.labels import agent_of, short, shown
from analysis.voices.names import NAME_WORDS
from analysis.voices.parse import phrase
from analysis.voices.phrase import Phrase
from analysis.voices.titled import Titled

LONG_NAME = 5  # words of the longest names in the actors book
FULL = 2  # a title and a family name
REMEMBERED = 200  # people and bodies that a description may mean; an article seldom names so many


class People:
    """The speakers of one article, in the order they were last named."""

    def __init__(self, article: Article, known: Known, names: dict[int, int]):
        """Read the article's titled names, so that a description may stand before the name."""
        self.article, self.known, self.quoted = article, known, names
        self.everybody: list[Somebody] = []
        self.owners: dict[str, Somebody] = {}  # name word → whose it is
        self.title = ""  # the office named last, which a counterpart holds too
        self.titled = Titled(article)
        for i in article.starts:
            words = [without_article(article.core(j)) for j in range(i, min(i + LONG_NAME, len(article.flags)))]
            if reach := known.reach(words):
                article.named[i] = i + reach - 1
        self._scan()

    def _scan(self) -> None:
        reached = -1
        opening = phrase(self.article, 0, self.quoted) if self.article.flags else None
        if opening and self.article.gaps[opening.last + 1] & COLON:
            self.resolve(opening)  # a headline that gives somebody's words: 'وجهاء القطيف: …'
        for i in self.article.titles:
            if i > reached and (found := phrase(self.article, self._name_before(i), self.quoted)):
                reached = found.last
                if found.name or found.second:
                    self.titled.note(found, self.resolve(found))
                elif found.flags & TITLE:
                    self.title = self.article.core(found.description[0])

    def _name_before(self, i: int) -> int:
        """Where the name begins that a title without the article follows: 'سعد العلي مدير …'; else the title."""
        article, j, begin = self.article, i, i
        flags = article.flags
        if flags[i] & (DEF | TO | AND | PEER):
            return i
        while j > max(0, i - NAME_WORDS) and not article.gaps[j] & ~COMMA and (j == i or not article.gaps[j]):
            if flags[j - 1] & (HEAD | ENDING | AND | TO | CUE | OWN | INFLECTED):
                break
            j -= 1
            if flags[j] & (GIVEN | PARTICLE) or not flags[j] & (KNOWN | DEF):
                begin = j
        return begin if i - begin > 1 else i

    def author(self, name: str) -> Somebody:
        """Whoever signs the article."""
        known = next((body for body in self.everybody if name in body.called), None)
        if known is None:
            known = self._new(name, TITLE, "x")
        return known

    def knows(self, word: str) -> bool:
        """Whether a folded word belongs to a name of the article."""
        return word in self.owners

    def resolve(self, found: Phrase) -> Somebody:
        """Whom a phrase means: somebody named before, somebody the book knows, or somebody new."""
        one = self._one(found)
        second = found.second
        other = self._one(second) if second is not None else None
        if other is None or other is one or (found.flags | second.flags) & (MEDIA | BODY):
            return one
        return self.both()

    def both(self) -> Somebody:
        """The two parties together."""
        joint = next((body for body in self.everybody if body.label == self.known.joint), None)
        return joint or self._new(self.known.joint, BOTH, "d")

    def _one(self, found: Phrase) -> Somebody:
        article = self.article
        described = frozenset(map(article.core, found.description))
        head = article.core(found.description[0]) if found.description else ""
        if found.flags & PEER:
            described = frozenset(word for word in described if not word.startswith("نظير")) | {self.title or head}
        if found.quoted:
            words = range(found.quoted[0], found.quoted[1] + 1)
            somebody = self._named(tuple(article.cores[article.types[j]] for j in words), found)
        elif found.name:
            somebody = self._named(tuple(map(self._bare, found.name)), found)
        else:
            somebody = self._described(described, found)
        if found.flags & TITLE and head and not found.flags & PEER:
            self.title = head
        if described and described not in somebody.descriptions:
            somebody.descriptions.append(described)
        somebody.head = somebody.head or head
        self.touch(somebody)
        return somebody

    def _bare(self, j: int) -> str:
        """The folded word without an article, and without و, ل where it opens the phrase."""
        word, f = self.article.folded[self.article.types[j]], self.article.flags[j]
        word = word[1:] if f & AND and f & (DEF | ACTOR) else word
        word = word[1:] if f & TO and f & ACTOR and word[0] in "بل" else word
        return without_article(word).removeprefix("لل")

    def touch(self, somebody: Somebody) -> None:
        """Note that somebody was named last."""
        if self.everybody and self.everybody[-1] is somebody:
            return
        if somebody in self.everybody:
            self.everybody.remove(somebody)
        self.everybody.append(somebody)

    def _named(self, name: tuple[str, ...], found: Phrase) -> Somebody:
        actor = self.known.names.get(" ".join(name))
        somebody = self._bearer(name) or (actor and self._by_actor(actor))
        if somebody is None:
            somebody = self._new("", found.flags, agent_of(self.article, found))
        if actor:
            somebody.actor = actor.id
            somebody.agent = "f" if actor.kind == "state" else somebody.agent
        shown = short(self.article, found)
        somebody.called[shown] += 1
        somebody.kind |= found.flags & (TITLE | MEDIA | BODY | ACTOR)
        for word in name if len(name) > len(somebody.names) else ():
            self.owners.setdefault(word, somebody)
        somebody.names = max(somebody.names, name, key=len)
        return somebody

    def _bearer(self, name: tuple[str, ...]) -> Somebody | None:
        """Who bears all words of this name, or the last of them if the name is longer than known."""
        last = self.owners.get(name[-1])
        if last is None or descends(name, last.names) or descends(last.names, name):
            return None
        return last if set(name) <= set(last.names) or set(last.names) <= set(name) else None

    def _by_actor(self, actor: Actor) -> Somebody | None:
        return next((body for body in self.everybody if body.actor == actor.id), None)

    def _described(self, described: frozenset[str], found: Phrase) -> Somebody:
        definite = bool(self.article.flags[found.first] & DEF)
        somebody = (
            self._surname(found)
            or self.mentioned(described, found, definite)
            or (found.flags & PEOPLE and self._fuller(described))
            or None
        )
        if somebody is None:
            somebody = self._holder(described)
        if somebody is None and (actor := self.known.holder(described, self.article.published)):
            somebody = self._new(actor.name_ar, found.flags, "m" if actor.kind == "person" else "x")
            somebody.actor = actor.id
        if somebody is None:
            somebody = self._new("", found.flags, agent_of(self.article, found))
        if not somebody.names and not (definite and len(described) == 1 and somebody.called):
            somebody.called[shown(self.article, found.first, max(found.description))] += 1
        return somebody

    def _surname(self, found: Phrase) -> Somebody | None:
        """Whom the article named before by the last word, where it reads as an adjective: 'اللواء التركي'."""
        words = found.description
        if len(words) != FULL or not found.flags & TITLE or not self.article.flags[words[-1]] & DEF:
            return None
        name = without_article(self.article.core(words[-1]))
        bearer = self.owners.get(name)
        return bearer if bearer and bearer.names[-1] == name else None

    def _holder(self, described: frozenset[str]) -> Somebody | None:
        """Whom the article named before of those who ever held an office."""
        held = {actor.id for actor in self.known.descriptions.get(described, ())}
        return next((body for body in reversed(self.everybody) if body.actor in held), None) if held else None

    def mentioned(self, described: frozenset[str], found: Phrase, definite: bool) -> Somebody | None:
        """Whom the article described by these words before; a single definite noun may mean any of its kind."""
        if not (definite or found.flags & (TITLE | PEER | BODY | MEDIA)):
            return None
        body = found.flags & (BODY | MEDIA) and not found.flags & TITLE  # not who heads it
        for somebody in reversed(self.everybody):
            if any(described <= words for words in somebody.descriptions) and not (body and somebody.kind & TITLE):
                return somebody
        return None

    def _fuller(self, described: frozenset[str]) -> Somebody | None:
        """Whom the article named before by some of these words, two at least: 'وجهاء القطيف' of a headline."""
        for somebody in reversed(self.everybody):
            if not somebody.names and any(len(words) > 1 and words <= described for words in somebody.descriptions):
                return somebody
        return None

    def _new(self, label: str, kind: int, agent: str) -> Somebody:
        somebody = Somebody(kind, agent)
        if label:
            somebody.called[label] += 1
        self.everybody.append(somebody)
        del self.everybody[:-REMEMBERED]
        return somebody

    def owner(self, found: Phrase) -> Phrase | None:
        """The body that a document is of: 'بيان للكرملين' → الكرملين."""
        article = self.article
        if found.flags & (TITLE | PEOPLE | MEDIA | BODY) and not found.flags & DOC:
            return None
        for j in range(found.first + 1, min(found.last + 3, len(article.flags))):
            if article.gaps[j] & (END | COMMA):
                return None
            if article.flags[j] & TO and article.folded[article.types[j]].startswith("ل"):
                owner = phrase(article, j, self.quoted)
                named = owner and (owner.flags & (HEAD | ACTOR) or owner.quoted or not article.flags[j] & KNOWN)
                return owner if named else None
        return None
