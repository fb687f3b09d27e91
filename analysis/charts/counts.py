"""Counted nouns in Arabic: the noun agrees with its number."""

from typing import NamedTuple


class Noun(NamedTuple):
    """The forms of a noun beside a number; the first three hold the number themselves."""

    none: str
    one: str
    two: str
    few: str  # 3-10: plural
    many: str  # 11-99: accusative singular
    rest: str  # 100, 101, 102, 200 ...: singular


ARTICLE = Noun("لا مقالات", "مقال واحد", "مقالان", "مقالات", "مقالاً", "مقال")
CHARACTER = Noun("لا أحرف", "حرف واحد", "حرفان", "أحرف", "حرفاً", "حرف")
OUTLET = Noun("لا وسائل", "وسيلة واحدة", "وسيلتان", "وسائل", "وسيلة", "وسيلة")
SENTENCE = Noun("لا جمل", "جملة واحدة", "جملتان", "جمل", "جملة", "جملة")
SPEAKER = Noun("لا متحدثين", "متحدث واحد", "متحدثان", "متحدثين", "متحدثاً", "متحدث")
WORD = Noun("لا كلمات", "كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة")


def counted(number: int, noun: Noun) -> str:
    """Return number and noun in agreement: `counted(11, ARTICLE)` → '11 مقالاً'. `number` ≥ 0."""
    if number < 3:
        return noun[number]
    last_two = number % 100
    form = noun.rest if last_two < 3 else noun.few if last_two <= 10 else noun.many
    return f"{number:,} {form}"
