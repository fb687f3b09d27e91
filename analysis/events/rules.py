"""When two passages, or two articles, are taken for the same words or the same event."""

from functools import cached_property

from analysis.choices import Count, Decision, Level, Words
from analysis.text.words import fold


class Rules(Decision):
    """The numbers and words of codebook/events.yml."""

    least_content: Count
    least_common: Count
    same_words: Level
    any_speaker: Level
    least_any_speaker: Count
    frequent_in: Level
    frequent_least: Count
    clause: Level
    paraphrase: Level
    shortened: Level
    copy_share: Level
    minhash_from: Count
    days_apart: Count
    same_event: Level
    name_weight: Count
    introducing: Words

    @cached_property
    def introducers(self) -> frozenset[str]:
        """The words that open reported speech, folded."""
        return frozenset(map(fold, self.introducing.words))
