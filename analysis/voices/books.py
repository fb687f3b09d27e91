"""What people decided about reporting: the cues, the actors, the words that hold clauses together."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from analysis.decisions import Mistake

Stance = Literal["neutral", "assertive", "evaluative", "directive", "distancing"]


class Decision(BaseModel):
    """A part of a book: unknown keys are mistakes, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Decision):
    """Words of one class, with the reason."""

    words: tuple[str, ...]
    why: str


class Cue(Decision):
    """A word or phrase that presents somebody's words or position.

    term: dictionary form, of a verb the third person masculine of the past. past: stems of other persons (قل);
    present, participle: base forms (يقول, قائل), from which persons and numbers are made; forms: whole surface
    forms; exclude: forms that are never this word (فحسب). needs: what must follow in the clause, a word or a
    proclitic with tatweel (بـ), where the word has other senses; strict: no colon or mark makes up for it. not,
    not_before: words shortly after and right before which it reports nothing; not_object: words after it, no
    preposition between, with which it does not (دعا الله). transitive: a name right before بـ is described, not
    describing (وصف). relays: عن names whose words they are (نقل). impersonal: its present at the head of a
    clause, right before أن, has nobody who speaks (يذكر أن). recites: with God as its subject it recites scripture.
    """

    term: str
    kind: Literal["verb", "source", "noun"]
    stance: Stance
    why: str
    example: str
    past: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    excluded: tuple[str, ...] = Field(default=(), alias="not")
    not_before: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    instead: str = ""
    transitive: Literal["", "yes"] = ""
    strict: Literal["", "yes"] = ""
    impersonal: Literal["", "yes"] = ""
    relays: Literal["", "yes"] = ""
    recites: Literal["", "yes"] = ""
    exclude: tuple[str, ...] = ()


class CueBook(Decision):
    """The reporting words (codebook/cues.yml)."""

    cues: tuple[Cue, ...]

    @field_validator("cues")
    @classmethod
    def said_once(cls, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
        """The cues, of which no two have the same term and kind."""
        seen = set()
        for number, cue in enumerate(cues):
            key = (cue.term, cue.kind)
            if key in seen:
                raise Mistake(f"{cue.term!r} appears twice; keep one of the two", number, "term")
            seen.add(key)
        for number, cue in enumerate(cues):
            if cue.instead and (cue.instead, "verb") not in seen:
                raise Mistake(f"{cue.instead!r} is no verb of this file", number, "instead")
        return cues


class Actor(Decision):
    """Somebody known beyond one article: names, and descriptions where the article names nobody else by them."""

    id: str
    kind: Literal["person", "state", "organisation", "document"]
    name_ar: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    why: str


class ActorBook(Decision):
    """The known actors and the nouns by which speakers are called (codebook/actors.yml)."""

    actors: tuple[Actor, ...]
    titles: tuple[Words, ...]
    given_names: tuple[Words, ...]
    name_particles: tuple[Words, ...]
    collectives: tuple[Words, ...]
    media: tuple[Words, ...]
    documents: tuple[Words, ...]
    bodies: tuple[Words, ...]
    people: tuple[Words, ...]


class ClauseBook(Decision):
    """Closed-class words by which clauses are told apart (codebook/clauses.yml)."""

    complementizers: Words
    prepositions: Words
    relatives: Words
    demonstratives: Words
    times: Words
    stops: Words
    breaks: Words
    auxiliaries: Words
    counterparts: Words
    same: Words
    labels: Words
    so_called: Words
    qualities: Words
    quantifiers: Words
    passives: Words
    divine: Words
    deeds: Words
    ordinals: Words
    delivered: Words
    honours: Words


class Books(Decision):
    """The three books that the voices are read by."""

    cues: CueBook
    actors: ActorBook
    clauses: ClauseBook


BOOKS = {"cues": CueBook, "actors": ActorBook, "clauses": ClauseBook}  # the file of each, without its suffix
