"""A noun phrase as it is read: its words, its description and its name."""


class Phrase:
    """A noun phrase: its words as (first, last), the words of the description and of the name.

    quoted: the name given in quotation marks, as words (first, last); second: a phrase joined to it by و;
    closed: nothing more can depend on the last noun; trailing: the description comes after the name; loose: a
    body after باسم may take any adjective.
    """

    __slots__ = ("closed", "description", "first", "flags", "last", "loose", "name", "quoted", "second", "trailing")

    def __init__(self, first: int):
        self.first, self.last = first, first - 1
        self.description: list[int] = []
        self.name: list[int] = []
        self.quoted: tuple[int, int] | None = None
        self.second: Phrase | None = None
        self.closed = self.trailing = self.loose = False
        self.flags = 0
