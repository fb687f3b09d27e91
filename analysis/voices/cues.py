"""Reporting words: which candidates in an article report something, and where what they report begins."""

from collections.abc import Sequence

from analysis.voices.articles import Article
from analysis.voices.books import Cue
from analysis.voices.classes import PHRASE
from analysis.voices.conditions import against, complete, has_object, impersonal, verbal
from analysis.voices.forms import Reading
from analysis.voices.opening import opening
from analysis.voices.rules import phrase_heads, rule_of
from analysis.voices.sites import Site


class Finder:
    """The cue book compiled: finds the sites of one article."""

    def __init__(self, cues: Sequence[Cue]):
        self.rules, self.heads = [rule_of(cue) for cue in cues], phrase_heads(cues)
        verbs = {cue.term: number for number, cue in enumerate(cues) if cue.kind == "verb"}
        self.instead = {number: verbs[cue.instead] for number, cue in enumerate(cues) if cue.instead}
        self.seconds = frozenset(more[0] for several in self.heads.values() for more, _ in several)

    def sites(self, article: Article, names: dict[int, int], opened: dict[int, int]) -> list[Site]:
        """The reporting words of an article; opened: first word → quotation, for those that are no names."""
        found, flags, last = [], article.flags, -1
        for i in article.candidates:
            if i <= last or (found and i == found[-1].content and self.rules[found[-1].reading.cue].strict):
                continue  # a word that the cue before needs: قدم شكره
            site = self._phrase(article, i) if flags[i] & PHRASE and self._begins(article, i) else None
            site = site or self._word(article, i, names, opened)
            if site:
                found.append(site)
                last = site.last
        return found

    def _begins(self, article: Article, i: int) -> bool:
        """Whether the next word goes on with a cue of several words, which on 'على' and 'من' it seldom does."""
        following = article.folded[article.types[i + 1]] if i + 1 < len(article.types) else ""
        return following in self.seconds or following.startswith("ل")

    def _phrase(self, article: Article, i: int) -> Site | None:
        """A cue of several words that begins here."""
        head = article.folded[article.types[i]]
        joined = int(head not in self.heads)
        for more, number in self.heads.get(head[joined:], ()):
            there = [article.folded[t] for t in article.types[i + 1 : i + 1 + len(more)]]
            if not there or any(article.gaps[i + 1 : i + 1 + len(there)]):
                continue
            if there == list(more):
                pronoun = "pronoun" if there[-1].endswith(("ه", "ها", "هم")) else ""
                return Site(i, i + len(more), Reading(number, "source", pronoun), article.start[i] + joined, -1, "none")
            if more == ("ل",) and there[0].startswith("ل"):
                if against(article, i, self.rules[number]):
                    return None
                return Site(i, i, Reading(number, "source", ""), article.start[i] + joined, -1, "none")
        return None

    def _word(self, article: Article, i: int, names: dict[int, int], opened: dict[int, int]) -> Site | None:
        reading = article.readings[article.types[i]]
        if reading is None or i in names:
            return None
        if not verbal(article, i, reading):
            reading = article.nouns[article.types[i]]
            if reading is None:
                return None
        if reading.cue in self.instead and has_object(article, i, self.rules[reading.cue]):
            reading = reading._replace(cue=self.instead[reading.cue])
        rule = self.rules[reading.cue]
        if against(article, i, rule):
            return None
        content, how = opening(article, i, reading, rule, opened)
        if not complete(article, i, reading, rule, content, how):
            return None
        if rule.impersonal and impersonal(article, i, reading, content):
            return None
        return Site(i, i, reading, article.start[i] + article.conjunctions[article.types[i]], content, how)
