"""The people whom an article names with a title, in order: whom سموه and the like mean."""

from analysis.voices.articles import Article
from analysis.voices.classes import TITLE, TO
from analysis.voices.known import Somebody
from analysis.voices.phrase import Phrase

PRONOUN = ("ه", "ها", "ته", "تها")  # after an honour: سموه, سماحته


class Titled:
    """Where an article names whom with a title, addressees aside."""

    def __init__(self, article: Article):
        self.article = article
        self.named: list[tuple[Phrase, Somebody]] = []

    def note(self, found: Phrase, somebody: Somebody) -> None:
        """Keep a phrase with title and name."""
        if somebody.names and somebody.kind & TITLE and not self.article.flags[found.first] & TO:
            self.named.append((found, somebody))

    def before(self, at: int, honour: str = "") -> Somebody | None:
        """Whom the article named last before a word; honour: only with this one, 'سموه' → 'صاحب السمو …'."""
        noun = min((honour.removesuffix(ending) for ending in PRONOUN), key=len)
        for found, somebody in reversed(self.named):
            if found.first < at and (not noun or self._bears(found, noun)):
                return somebody
        return None

    def _bears(self, found: Phrase, noun: str) -> bool:
        return any(self.article.core(j).startswith(noun) for j in found.description)
