"""Who may speak: somebody of one article, and those whom the actors book knows."""

from collections import Counter

from analysis.text.words import fold
from analysis.voices.books import ActorBook

ARTICLE = "ال"


class Somebody:
    """A person, body or document: what it is called, the words it is known by, gender and number.

    agent: m, f, p (several), d (two), x (not to be told from the form).
    """

    __slots__ = ("actor", "agent", "called", "descriptions", "head", "kind", "names")

    def __init__(self, kind: int, agent: str):
        self.kind, self.agent, self.head = kind, agent, ""
        self.actor = ""
        self.names: tuple[str, ...] = ()
        self.descriptions: list[frozenset[str]] = []
        self.called: Counter[str] = Counter()

    @property
    def label(self) -> str:
        """What the article calls it most often, of equals the first."""
        return max(self.called, key=self.called.get, default="")


class Known:
    """The actors book by folded name and by description."""

    def __init__(self, book: ActorBook):
        self.names = {fold(name): actor for actor in book.actors for name in (*actor.names, actor.name_ar)}
        self.descriptions = {
            frozenset(word.removeprefix(ARTICLE) for word in fold(words).split()): actor
            for actor in book.actors
            for words in actor.descriptions
        }
        self.joint = book.collectives[0].words[0]
