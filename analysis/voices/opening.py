"""Where what a reporting word reports begins: at أن, a colon, a quotation mark, or what the word needs."""

import re

from analysis.voices.articles import COLON, COMMA, END, Article
from analysis.voices.classes import ACTOR, AND, BREAK, COMP, CUE, HEAD, PREP, REL, STOP, TO
from analysis.voices.forms import Reading
from analysis.voices.rules import Rule

SPEAKERS = HEAD | ACTOR
WINDOW = 25  # words within which what a cue needs must follow: long titles stand between
BY = 8  # words within which a noun follows that a cue needs
FAR = 12  # words within which a colon makes up for what a cue needs
BESIDE = 2  # words within which an addressee with ل follows
OF_CONTENT = frozenset(("الي", "علي", "عن", "من", "ب"))  # prepositions after which أن opens content
WITH_PRONOUN = re.compile("(?:ل|ب|في|عن|من|الي|علي|مع|لدي)(?:ي|ني|نا|ك|كم|ه|ها|هم|هما|هن)")  # they have their noun


def _opens_content(article: Article, i: int, j: int) -> bool:
    """Whether أن opens content of word i here; after قبل, بعد and the like it does not."""
    if j == i + 1 or article.gaps[j] or not article.flags[j - 1] & (PREP | STOP):
        return True
    before = article.folded[article.types[j - 1]]
    return before in OF_CONTENT or bool(WITH_PRONOUN.fullmatch(before))


def opening(article: Article, i: int, reading: Reading, rule: Rule, opened: dict[int, int]) -> tuple[int, str]:
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
        if f & CUE and j > i + 1 and (f & AND or gap & COMMA or first[0] >= 0) and _reports(article, j):
            break
        crossed = crossed or bool(f & REL)
        if first[0] < 0 and needs and _needed(article, i, j, rule) and not (crossed and not f & PREP):
            first = (j, "need")
    return first


def _reports(article: Article, j: int) -> bool:
    return article.readings[article.types[j]].shape in ("past", "present", "participle")


def _needed(article: Article, i: int, j: int, rule: Rule) -> bool:
    word = article.folded[article.types[j]]
    if word in rule.words and (article.flags[j] & (PREP | CUE) or j - i <= BY):
        return True
    if article.flags[j] & PREP and word.removesuffix("ا").removesuffix("ه") in rule.words:
        return True
    for letter in rule.letters:
        if word in (letter, letter + "ما") or (word.startswith(letter) and article.flags[j] & (TO | COMP)):
            return letter != "ل" or j - i <= BESIDE or (j - i <= BY and not article.flags[j] & SPEAKERS)
        if word.startswith(letter) and article.flags[j] & PREP and WITH_PRONOUN.fullmatch(word):
            return True
    return False
