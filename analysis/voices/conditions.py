"""Whether a word that could report something does so where it stands."""

from analysis.voices.articles import COMMA, DASH, END, Article
from analysis.voices.classes import AND, AUX, BREAK, CLOSED, COMP, CUE, ENDING, PREP
from analysis.voices.forms import Reading
from analysis.voices.opening import BESIDE, BY
from analysis.voices.rules import Rule

AS = frozenset(("كما", "فيما", "ما"))  # conjunctions after which an impersonal verb may stand


def verbal(article: Article, i: int, reading: Reading) -> bool:
    """Whether a verb can stand here: not after a preposition, which asks for a noun."""
    if reading.shape not in ("past", "present") or i == 0 or article.gaps[i] or article.flags[i] & AND:
        return True
    before = article.flags[i - 1]
    told = article.readings[article.types[i - 1]] if before & CUE else None
    if told is not None and told.shape == reading.shape == "past":
        return False  # a name: قال دان براون
    return not before & PREP or bool(before & (COMP | AUX))


def impersonal(article: Article, i: int, reading: Reading, content: int) -> bool:
    """Whether nobody is said to speak: 'يذكر أن' at the beginning of a clause, with no subject."""
    opens = article.gaps[i] & (END | COMMA) or (i and article.folded[article.types[i - 1]] in AS)
    if reading.shape != "present" or reading.agent != "3m" or not opens:
        return False
    return i < content <= i + 2 and bool(article.flags[i + 1] & (COMP | PREP))


def against(article: Article, i: int, rule: Rule) -> bool:
    """Whether a word around word i shows that it reports nothing."""
    words, types = article.folded, article.types
    if rule.before and i and words[types[i - 1]] in rule.before:
        return True
    for j in range(i + 1, min(i + 1 + rule.near, len(types))) if rule.against else ():
        if article.gaps[j] & END:
            break
        if words[types[j]] in rule.against:
            return True
    return bool(rule.objects) and has_object(article, i, rule)


def has_object(article: Article, i: int, rule: Rule) -> bool:
    """Whether the object of word i, before any preposition, makes it another word or none."""
    for j in range(i + 1, min(i + 1 + BY, len(article.types))):
        if article.gaps[j] & END or article.flags[j] & PREP:
            return False
        if article.folded[article.types[j]] in rule.objects:
            return True
    return False


def complete(article: Article, i: int, reading: Reading, rule: Rule, content: int, how: str) -> bool:
    """Whether all is there that makes the word report: what the cue needs, and what its form does."""
    if how == "none" and (rule.words or rule.letters or rule.that):
        return False
    gap, f = article.gaps[i], article.flags[i]
    if reading.shape == "bare":
        follows = article.flags[i + 1] if i + 1 < len(article.flags) else 0
        return bool(gap & COMMA) and (how != "none" or bool(follows & PREP))
    if reading.shape == "participle":
        if i and not gap and article.folded[article.types[i - 1]].isdecimal():
            return False  # 41 متهما
        set_off = gap & (COMMA | END) or (how != "none" and content - i <= (BESIDE if reading.agent == "f" else BY))
        return bool(set_off) and not f & ENDING and not (gap & DASH and how == "colon")
    if reading.shape == "noun":
        return bool(reading.agent) or how != "none" or article.folded[article.types[i]].startswith("ب")
    if f & CLOSED and reading.shape != "source":
        before = article.flags[i - 1] if i else 0
        opens = f & AND or gap & (END | COMMA) or before & (AUX | BREAK)
        return how != "none" and bool(opens) and reading.agent != "3d"
    return True
