"""Quotation marks paired as print has them: nested, reversed, never closed."""

from collections.abc import Callable
from typing import NamedTuple

OPENING, CLOSING, STRAIGHT = "“„‟«‹‘〝", "”»›’〞", "\"'″＂"
FAMILY = {
    **dict.fromkeys("«»", "«"),
    **dict.fromkeys("‹›", "‹"),
    **dict.fromkeys('“”„‟"″＂〝〞', '"'),
    **dict.fromkeys("‘’'", "'"),
}
BEFORE_OPENING = " \t\u00a0([{:،,؛.!؟?-–—/\u200f\u200e\u202b\ufeff"
AFTER_CLOSING = " \t\u00a0)]}:،,؛;.!؟?-–—/\u200f\u200e\u202c"
PROCLITICS = ("و", "ف", "ب", "ل", "ك", "ـ", "ال", "بـ", "لـ", "كـ", "وب", "ول", "وبـ", "ولـ", "لل", "وال", "بال")
LOW = "„“"  # a pair of two marks that each open elsewhere
MOST_LINES = 3  # a quotation may run over so many line ends to its closing mark
EDGES = " \t\u00a0\u200f\u200e\u202a-\u202e"


class Span(NamedTuple):
    """A quoted span without its marks; closed: by a mark that closes; rule: what ended it."""

    start: int
    end: int
    closed: bool
    rule: str


def opens(text: str, at: int, width: int = 1) -> bool:
    """Whether what stands around a mark looks as around an opening one: 'و»جريمة'."""
    after = text[at + width : at + width + 1]
    if not after or after.isspace() or after in "،,؛.:)":
        return False
    word = text[max(0, at - 4) : at]
    return not word or word[-1] in BEFORE_OPENING or word[-1].isspace() or word.split()[-1] in PROCLITICS


def closes(text: str, at: int, width: int = 1) -> bool:
    """Whether what stands around a mark looks as around a closing one."""
    after = text[at + width : at + width + 1]
    before = text[at - 1 : at]
    return bool(before) and not before.isspace() and (not after or after.isspace() or after in AFTER_CLOSING)


class Pairing:
    """Marks of one article read in order, with those still open on a stack."""

    def __init__(
        self, text: str, marks: list[tuple[int, str, int]], line_ends: list[int], takeover: Callable[[int, int], int]
    ):
        """takeover: where, between two offsets, somebody else speaks again; the second offset if nowhere."""
        self.text, self.marks, self.line_ends, self.takeover = text, marks, line_ends, takeover
        self.stack: list[int] = []
        self.found: list[Span] = []

    def spans(self) -> list[Span]:
        """The quoted spans in the order of their starts."""
        for number, (at, _, line) in enumerate(self.marks):
            self._leave_lines(number, line)
            same = self.stack and self._family(self.stack[-1]) == self._family(number)
            if self._is_opening(number, bool(same)):
                if same and not self._nested(number):
                    self._unclosed(self.stack.pop(), at)
                self.stack.append(number)
            elif same:
                self._close(self.stack.pop(), number)
        while self.stack:
            self._unclosed(self.stack.pop(), len(self.text))
        return sorted(self.found)

    def _family(self, number: int) -> str:
        sign = self.marks[number][1]
        return '"' if sign == "''" else FAMILY[sign]

    def _is_opening(self, number: int, same: bool) -> bool:
        at, sign, _ = self.marks[number]
        if not same and self._loose(number) and self._loose(number + 1) and self._answers(number):
            return True
        could_open, could_close = opens(self.text, at, len(sign)), closes(self.text, at, len(sign))
        if same and self.takeover(at, at + len(sign) + 1) == at + len(sign):
            return False  # a cue follows at once: whatever its shape, the mark closes
        if sign in ("'", "‘", "’"):
            return could_open and not same and self._answered(number)
        if sign in CLOSING:
            return could_open and not could_close
        if sign in OPENING:
            return not (same and could_close and not could_open)
        if same:
            return could_open and not could_close
        return could_open or not could_close or self._answered(number)

    def _loose(self, number: int) -> bool:
        """Whether a mark has space on both sides: ” كلمة ”."""
        at, sign, _ = self.marks[number] if number < len(self.marks) else (0, "", 0)
        return self.text[at - 1 : at].isspace() and self.text[at + len(sign) : at + len(sign) + 1].isspace()

    def _answers(self, number: int) -> bool:
        """Whether the next mark is of the same family and line."""
        return self._family(number) == self._family(number + 1) and self.marks[number][2] == self.marks[number + 1][2]

    def _answered(self, number: int) -> bool:
        """Whether the next mark of the family stands in the same line and could close."""
        family, line = self._family(number), self.marks[number][2]
        for following, (at, sign, its_line) in enumerate(self.marks[number + 1 : number + 3], number + 1):
            if its_line != line:
                return False
            if self._family(following) == family:
                return closes(self.text, at, len(sign))
        return False

    def _nested(self, number: int) -> bool:
        """Whether two closing marks of the family follow before the next that opens."""
        family, closing = self._family(number), 0
        for following, (at, sign, _) in enumerate(self.marks[number + 1 : number + 6], number + 1):
            if self._family(following) != family:
                continue
            if not (sign in CLOSING or (sign[0] in STRAIGHT and closes(self.text, at, len(sign)))):
                return False
            closing += 1
            if closing == 2:
                return True
        return False

    def _leave_lines(self, number: int, line: int) -> None:
        """End what is open in an earlier line, unless this mark, a few lines on, closes it."""
        while self.stack:
            start, _, its_line = self.marks[self.stack[-1]]
            at, sign, _ = self.marks[number]
            if its_line == line:
                return
            same = self._family(number) == self._family(self.stack[-1])
            closing = same and not self._is_opening(number, True)
            told = self.takeover(self.line_ends[its_line], at - 1) < at - 1
            if closing and line - its_line <= MOST_LINES and not told:
                return
            self._unclosed(self.stack.pop(), self.line_ends[its_line])

    def _close(self, opener: int, number: int) -> None:
        (start, sign, _), (at, mark, _) = self.marks[opener], self.marks[number]
        regular = sign not in CLOSING and (mark not in OPENING or sign + mark == LOW)
        self._add(start + len(sign), at, regular, "closing mark" if regular else "marks the wrong way round")

    def _unclosed(self, opener: int, limit: int) -> None:
        start, sign, line = self.marks[opener]
        end = min(limit, self.line_ends[line])
        told = self.takeover(start + len(sign), end)
        rule = (
            "the third person takes over"
            if told < end
            else "the next mark opens"
            if limit < self.line_ends[line]
            else "the line ends"
        )
        self._add(start + len(sign), told, False, rule)

    def _add(self, start: int, end: int, closed: bool, rule: str) -> None:
        while start < end and (self.text[start].isspace() or self.text[start] in EDGES):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in EDGES + "،," * (not closed)):
            end -= 1
        if start < end:
            self.found.append(Span(start, end, closed, rule))
