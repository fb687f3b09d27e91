"""Reporting words: which candidates in an article report something, and where what they report begins."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.text.words import fold
from analysis.voices.articles import COLON, COMMA, DASH, END, Article
from analysis.voices.books import Cue
from analysis.voices.classes import ACTOR, AND, AUX, BREAK, CLOSED, COMP, CUE, ENDING, HEAD, PHRASE, PREP, REL, STOP, TO
from analysis.voices.forms import Reading

CANDIDATE = CUE | PHRASE
SOMEBODY = HEAD | ACTOR
WINDOW = 25  # words within which what a cue needs must follow: long titles stand between
NEAR = 5  # words within which a word shows that nothing is reported
BY = 8  # words within which a noun follows that a cue needs
FAR = 12  # words within which a colon makes up for what a cue needs
AS = frozenset(("كما", "فيما", "ما"))  # conjunctions after which an impersonal verb may stand
BESIDE = 2  # words within which an addressee with ل follows
OF_CONTENT = frozenset(("الي", "علي", "عن", "من", "ب"))  # prepositions after which أن opens content
WITH_PRONOUN = re.compile("(?:ل|ب|في|عن|من|الي|علي|مع|لدي)(?:ي|ني|نا|ك|كم|ه|ها|هم|هما|هن)")  # they have their noun

VOWELS = re.compile("[\u064b-\u0650\u0652]")
VOWELLED = 3  # vowel signs in a word of scripture or verse, which the article recites


class Rule(NamedTuple):
    """A cue's conditions, folded: words, proclitics, whether أن, words against it after and before."""

    words: frozenset[str]
    letters: tuple[str, ...]
    that: bool
    against: frozenset[str]
    before: frozenset[str]
    objects: frozenset[str]
    transitive: bool
    strict: bool
    impersonal: bool
    near: int  # words within which a word against it counts


class Site(NamedTuple):
    """A reporting word: its words, its reading, and where its content begins (word, how), -1 if not seen."""

    first: int
    last: int
    reading: Reading
    start: int
    content: int
    how: str  # that, colon, mark, need, none


def phrase_heads(cues: Sequence[Cue]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Folded first word → the cues of several words that begin with it (further words, number), longest first."""
    heads: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, cue in enumerate(cues):
        for form in (cue.term, *cue.forms):
            first, *more = fold(form).split() or [""]
            if more:
                heads.setdefault(first, []).append((tuple(more), number))
    return {head: sorted(found, key=lambda pair: -len(pair[0])) for head, found in heads.items()}


def _rule(cue: Cue) -> Rule:
    marked = [word for word in cue.needs if word.endswith("ـ")]
    words = frozenset(fold(word) for word in cue.needs if word not in marked)
    return Rule(
        words - {"ان"},
        tuple(fold(word.rstrip("ـ")) for word in marked),
        "ان" in words,
        frozenset(map(fold, cue.excluded)),
        frozenset(map(fold, cue.not_before)),
        frozenset(map(fold, cue.not_object)),
        bool(cue.transitive),
        bool(cue.strict),
        bool(cue.impersonal),
        1 if cue.kind == "source" else NEAR,
    )


class Finder:
    """The cue book compiled: finds the sites of one article."""

    def __init__(self, cues: Sequence[Cue]):
        self.rules, self.heads = [_rule(cue) for cue in cues], phrase_heads(cues)
        self.seconds = frozenset(more[0] for several in self.heads.values() for more, _ in several)

    def sites(self, article: Article, names: dict[int, int], opened: dict[int, int]) -> list[Site]:
        """The reporting words of an article; opened: first word → quotation, for those that are no names."""
        found, flags, last = [], article.flags, -1
        for i in [i for i, f in enumerate(flags) if f & CANDIDATE]:
            if i <= last:
                continue
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
                if self._against(article, i, self.rules[number]):
                    return None
                return Site(i, i, Reading(number, "source", ""), article.start[i] + joined, -1, "none")
        return None

    def _word(self, article: Article, i: int, names: dict[int, int], opened: dict[int, int]) -> Site | None:
        reading = article.readings[article.types[i]]
        if (
            reading is None
            or i in names
            or len(VOWELS.findall(article.text, article.start[i], article.end[i])) >= VOWELLED
        ):
            return None
        if not _verbal(article, i, reading):
            reading = article.nouns[article.types[i]]
            if reading is None:
                return None
        rule = self.rules[reading.cue]
        if self._against(article, i, rule):
            return None
        content, how = self._content(article, i, reading, rule, opened)
        if not self._complete(article, i, reading, rule, content, how):
            return None
        if rule.impersonal and impersonal(article, i, reading, content):
            return None
        return Site(i, i, reading, article.start[i] + article.conjunctions[article.types[i]], content, how)

    def _complete(self, article: Article, i: int, reading: Reading, rule: Rule, content: int, how: str) -> bool:
        """Whether all is there that makes the word report: what the cue needs, and what its form does."""
        if how == "none" and (rule.words or rule.letters or rule.that):
            return False
        gap, f = article.gaps[i], article.flags[i]
        if reading.shape == "bare":
            follows = article.flags[i + 1] if i + 1 < len(article.flags) else 0
            return bool(gap & COMMA) and (how != "none" or bool(follows & PREP))
        if reading.shape == "participle":
            set_off = gap & (COMMA | END) or (how != "none" and content - i <= (BESIDE if reading.agent == "f" else BY))
            return bool(set_off) and not f & ENDING and not (gap & DASH and how == "colon")
        if reading.shape == "noun":
            return bool(reading.agent) or how != "none" or article.folded[article.types[i]].startswith("ب")
        if f & CLOSED and reading.shape != "source":
            before = article.flags[i - 1] if i else 0
            opens = f & AND or gap & (END | COMMA) or before & (AUX | BREAK)
            return how != "none" and bool(opens) and reading.agent != "3d"
        return True

    def _against(self, article: Article, i: int, rule: Rule) -> bool:
        words, types = article.folded, article.types
        if rule.before and i and words[types[i - 1]] in rule.before:
            return True
        for j in range(i + 1, min(i + 1 + rule.near, len(types))) if rule.against else ():
            if article.gaps[j] & END:
                break
            if words[types[j]] in rule.against:
                return True
        return bool(rule.objects) and self._object(article, i, rule)

    def _object(self, article: Article, i: int, rule: Rule) -> bool:
        """Whether the object of word i, before any preposition, shows that nothing is reported."""
        for j in range(i + 1, min(i + 1 + rule.near, len(article.types))):
            if article.gaps[j] & END or article.flags[j] & PREP:
                return False
            if article.folded[article.types[j]] in rule.objects:
                return True
        return False

    def _content(
        self, article: Article, i: int, reading: Reading, rule: Rule, opened: dict[int, int]
    ) -> tuple[int, str]:
        """Where the content begins: at أن, a colon, an opening mark, or what the cue needs; else not seen."""
        flags, gaps, count = article.flags, article.gaps, len(article.flags)
        crossed, first, needs = False, (-1, "none"), rule.words or rule.letters or rule.that
        for j in range(i + 1, min(i + 1 + WINDOW, count + 1)):
            gap = gaps[j]
            if gap & COLON and rule.strict:
                break
            if gap & COLON:
                if needs and j > i + (1 if reading.shape == "participle" else FAR):
                    return first
                return (j, "colon") if first[0] < 0 or reading.shape != "noun" else first
            if j == count or gap & END:
                break
            f = flags[j]
            if gap & COMMA and f & (STOP | BREAK) and not f & REL:
                break
            if j in opened and rule.strict:
                break
            if j in opened:
                if reading.shape == "participle" and needs and j > i + 1:
                    return first
                return (j, "need" if rule.transitive else "mark") if first[0] < 0 else first
            if f & COMP and not f & AND and _opens_content(article, i, j):
                return first if first[0] >= 0 else (j, "that") if rule.that or not needs else first
            if f & CUE and j > i + 1 and (f & AND or gap & COMMA or first[0] >= 0) and self._reports(article, j):
                break
            crossed = crossed or bool(f & REL)
            if first[0] < 0 and needs and self._needed(article, i, j, rule) and not (crossed and not f & PREP):
                first = (j, "need")
        return first

    def _reports(self, article: Article, j: int) -> bool:
        return article.readings[article.types[j]].shape in ("past", "present", "participle")

    def _needed(self, article: Article, i: int, j: int, rule: Rule) -> bool:
        word = article.folded[article.types[j]]
        if word in rule.words and (article.flags[j] & (PREP | CUE) or j - i <= BY):
            return True
        if article.flags[j] & PREP and word.removesuffix("ا").removesuffix("ه") in rule.words:
            return True
        for letter in rule.letters:
            if word == letter or (word.startswith(letter) and article.flags[j] & (TO | COMP)):
                return letter != "ل" or j - i <= BESIDE or (j - i <= BY and not article.flags[j] & SOMEBODY)
            if word.startswith(letter) and article.flags[j] & PREP and WITH_PRONOUN.fullmatch(word):
                return True
        return False


def _opens_content(article: Article, i: int, j: int) -> bool:
    """Whether أن opens content of word i here; after قبل, بعد and the like it does not."""
    if j == i + 1 or article.gaps[j] or not article.flags[j - 1] & (PREP | STOP):
        return True
    before = article.folded[article.types[j - 1]]
    return before in OF_CONTENT or bool(WITH_PRONOUN.fullmatch(before))


def _verbal(article: Article, i: int, reading: Reading) -> bool:
    """Whether a verb can stand here: not after a preposition, which asks for a noun."""
    if reading.shape not in ("past", "present") or i == 0 or article.gaps[i] or article.flags[i] & AND:
        return True
    before = article.flags[i - 1]
    return not before & PREP or bool(before & (COMP | AUX))


def impersonal(article: Article, i: int, reading: Reading, content: int) -> bool:
    """Whether nobody is said to speak: 'يذكر أن' at the beginning of a clause, with no subject."""
    opens = article.gaps[i] & (END | COMMA) or (i and article.folded[article.types[i - 1]] in AS)
    if reading.shape != "present" or reading.agent != "3m" or not opens:
        return False
    return i < content <= i + 2 and bool(article.flags[i + 1] & (COMP | PREP))
