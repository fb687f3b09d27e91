"""One article read from its marks to its voices."""

from bisect import bisect_left, bisect_right
from collections import Counter

from analysis.voices.articles import COLON, COMMA, END, Article
from analysis.voices.books import Books
from analysis.voices.classes import AND, CUE
from analysis.voices.content import Reported, contents
from analysis.voices.cover import Stretch, cover
from analysis.voices.cues import Finder
from analysis.voices.kinds import kind, names, words_of
from analysis.voices.linking import link
from analysis.voices.memory import Said
from analysis.voices.people import Known, People
from analysis.voices.quotes import Pairing, Span
from analysis.voices.speakers import Speakers

NO_CUE = (-1, -1)
OFTEN = 3  # times that an article has a word in marks until it is a name, whoever speaks
LABEL_WORDS = 8  # words before a colon that may name a speaker


class Reader:
    """The books compiled for reading one article after another."""

    def __init__(self, books: Books):
        self.cues = books.cues.cues
        self.finder, self.known = Finder(self.cues), Known(books.actors)

    def read(self, article: Article) -> tuple[list[tuple], list[tuple], list[tuple]]:
        """The rows of quotes, cues and voices of an article, without its id."""
        spans = _spans(article)
        words = [words_of(article, span) for span in spans]
        named = names(article, spans, words)
        speech = _inside(words, named)
        article.at = speech
        called = {first: last for (first, last), name in zip(words, named, strict=True) if name and first not in speech}
        opened = {first: n for n, (first, last) in enumerate(words) if not named[n] and last >= first}
        people = People(article, self.known, called)
        sites = self.finder.sites(article, called, opened)
        said = Speakers(article, people, self.cues).decide(sites)
        reported = contents(article, said, speech)
        cues = link(article, words, said, reported, speech)
        kinds = _kinds(article, words, named, cues)
        quotes = [self._quote(article, n, spans[n], words[n], kinds[n], cues[n], said) for n in range(len(spans))]
        return quotes, self._cues(article, said, reported), self._voices(article, quotes, said, reported, speech)

    def _quote(self, article, number, span: Span, words, what: str, cue: int, said: list[Said]) -> tuple:
        if what != "speech":
            return number, span.start, span.end, what, span.closed, "", "", *NO_CUE, span.rule
        if cue < 0:
            speaker = _before_colon(article, words[0])
            return number, span.start, span.end, what, span.closed, speaker, "", *NO_CUE, f"{span.rule}; no cue"
        one = said[cue]
        end = article.end[one.site.last]
        label = one.speaker.label if one.speaker else ""
        written = article.text[one.site.start : end]
        return (
            number,
            span.start,
            span.end,
            what,
            span.closed,
            label,
            written,
            one.site.start,
            end,
            f"{span.rule}; {one.rule}",
        )

    def _cues(self, article: Article, said: list[Said], reported: list[Reported]) -> list[tuple]:
        rows = []
        for one, content in zip(said, reported, strict=True):
            if not _in_body(article, one.site.start):
                continue
            start, end = one.site.start, article.end[one.site.last]
            label = one.speaker.label if one.speaker else ""
            stance = self.cues[one.site.reading.cue].stance
            rows.append((start, end, article.text[start:end], label, content.content, stance, one.rule))
        return rows

    def _voices(self, article: Article, quotes, said, reported, speech) -> list[Stretch]:
        indirect = [
            Stretch(
                article.start[span.first],
                article.end[span.end - 1],
                one.speaker.label if one.speaker else "",
                "indirect",
                one.rule,
            )
            for one, span in zip(said, reported, strict=True)
            if span.first < span.end and one.site.first not in speech
        ]
        direct = [Stretch(row[1], row[2], row[5], "direct", row[9]) for row in quotes if row[3] == "speech"]
        return cover(article.lines, indirect + direct)


def _in_body(article: Article, at: int) -> bool:
    number = bisect_right(article.lines, at, key=lambda line: line[0]) - 1
    return article.lines[number][2] == "body"


def _spans(article: Article) -> list[Span]:
    starts, flags, gaps = article.start, article.flags, article.gaps

    def takeover(begin: int, end: int) -> int:
        """Where, after a comma or a stop, a cue in the third person stands; `end` if nowhere."""
        for j in range(bisect_left(starts, begin), bisect_left(starts, end)):
            if flags[j] & CUE and gaps[j] & (COMMA | END) and (starts[j] > begin):
                reading = article.readings[article.types[j]]
                if reading.shape in ("participle", "bare") or (reading.agent in ("3m", "3f") and flags[j] & AND):
                    return starts[j]
        return end

    return Pairing(article.text, article.marks, [end for _, end, _ in article.lines], takeover).spans()


def _inside(words: list[tuple[int, int]], named: list[bool]) -> dict[int, int]:
    """Word → number of the quotation, names aside, that it stands in."""
    speech: dict[int, int] = {}
    for number, (first, last) in enumerate(words):
        if not named[number]:
            for j in range(first, last + 1):
                speech.setdefault(j, number)
    return speech


def _kinds(article: Article, words: list[tuple[int, int]], named: list[bool], cues: list[int]) -> list[str]:
    """The kind of every span; what the article has in marks as a name once is that name everywhere, or a part of it."""
    every = zip(words, named, cues, strict=True)
    kinds = [
        "name" if name else kind(article, *pair, cue >= 0 or bool(_before_colon(article, pair[0])))
        for pair, name, cue in every
    ]
    forms = [tuple(map(article.core, range(first, last + 1))) for first, last in words]
    told = list(zip(forms, kinds, strict=True))
    often = {form for form, count in Counter(forms).items() if count >= OFTEN and len(form) == 1}
    names = {form for form, what in told if what == "name" or (what == "speech" and form in often)}
    parts = {word for form in names for word in form}
    return ["name" if form in names or (what == "scare" and parts.issuperset(form)) else what for form, what in told]


def _before_colon(article: Article, first: int) -> str:
    """The speaker whom a line without a cue names before a colon: 'الوزير: «...»'."""
    if first >= len(article.gaps) or not article.gaps[first] & COLON:
        return ""
    begin = first
    while begin > max(0, first - LABEL_WORDS) and not article.gaps[begin] & END:
        begin -= 1
    return article.written(begin, first - 1) if begin < first and article.gaps[begin] & END else ""
