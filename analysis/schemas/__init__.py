"""What every table holds: each column with type, meaning and key. The data dictionary is made from this."""

from analysis.schemas.beside import BESIDE
from analysis.schemas.cleaned import CLEANED
from analysis.schemas.columns import CODED, MODES, OUTLET, ROLES, STANCES, VERDICTS
from analysis.schemas.events import EVENTS
from analysis.schemas.results import RESULTS
from analysis.schemas.spellings import SPELLINGS
from analysis.schemas.words import WORDS

__all__ = ["CODED", "MODES", "OUTLET", "ROLES", "SCHEMAS", "STANCES", "VERDICTS"]

SCHEMAS = {schema.name: schema for schema in (*CLEANED, *EVENTS, *RESULTS, *BESIDE, *WORDS, *SPELLINGS)}
