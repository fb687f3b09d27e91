"""Who may speak: somebody of one article, and those whom the actors book knows."""

from collections import Counter
from collections.abc import Sequence

from analysis.text.words import fold
from analysis.voices.books import Actor, ActorBook
from analysis.voices.classes import PEOPLE

ARTICLE = "ال"
GOD = "الله"
FATHER = frozenset(("بن", "ابن", "بنت"))


class Somebody:
    """A person, body or document: what it is called, the words it is known by, gender and number.

    agent: m, f, p (several), d (two), s (one person), x (not to be told from the form).
    """

    __slots__ = ("actor", "agent", "called", "descriptions", "head", "kind", "names")

    def __init__(self, kind: int, agent: str):
        self.kind, self.agent, self.head = kind, agent, ""
        self.actor = ""
        self.names: tuple[str, ...] = ()
        self.descriptions: list[frozenset[str]] = []
        self.called: Counter[str] = Counter()

    def agree(self, agent: str) -> None:
        """Take the gender of a verb of which this is the subject, where the noun does not show it.

        A woman may bear a masculine title: 'قالت المدير العام'.
        """
        unsure = "xs" if agent == "3m" else "xsm"
        if self.agent in unsure and agent in ("3m", "3f") and not self.kind & PEOPLE:
            self.agent = agent[1]

    @property
    def label(self) -> str:
        """What the article calls it most often, of equals the first."""
        return max(self.called, key=self.called.get, default="")


class Known:
    """The actors book by folded name and by description."""

    def __init__(self, book: ActorBook):
        self.names = {_bare(fold(name)): actor for actor in book.actors for name in (*actor.names, actor.name_ar)}
        self.longest: dict[str, list[tuple[str, ...]]] = {}  # first word → names of several words, of no person
        for name, actor in self.names.items():
            first, *more = name.split()
            if more and actor.kind != "person":
                self.longest.setdefault(first, []).append((first, *more))
        self.descriptions: dict[frozenset[str], list[Actor]] = {}
        for actor in book.actors:
            for words in actor.descriptions:
                described = frozenset(_bare(fold(words)).split())
                self.descriptions.setdefault(described, []).append(actor)
        self.joint = book.collectives[0].words[0]

    def reach(self, words: Sequence[str]) -> int:
        """How many of these folded words, without articles, are the longest name of several words that begins here."""
        names = self.longest.get(words[0], ())
        return max((len(name) for name in names if tuple(words[: len(name)]) == name), default=0)

    def holder(self, described: frozenset[str], date: str) -> Actor | None:
        """Whom a description means on a date (ISO); without a date only where no two ever held the office."""
        actors = self.descriptions.get(described, [])
        if date:
            actors = [actor for actor in actors if actor.since <= date <= (actor.until or date)]
        return actors[0] if len(actors) == 1 else None


def _bare(text: str) -> str:
    """Folded words without their articles."""
    return " ".join(map(without_article, text.split()))


def without_article(word: str) -> str:
    """A folded word without its article, which الله keeps."""
    return word if word == GOD else word.removeprefix(ARTICLE)


def descends(name: tuple[str, ...], father: tuple[str, ...]) -> bool:
    """Whether one name is that of a child of the other: 'محمد بن سلمان بن عبدالعزيز' of 'سلمان بن عبدالعزيز'."""
    before = len(name) - len(father) - 1
    return len(father) > 1 and before > 0 and name[before] in FATHER and name[before + 1 :] == father
