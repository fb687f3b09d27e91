"""What every table holds: each column with type, meaning and key. The data dictionary is made from this."""

from analysis.schemas.cleaned import CLEANED
from analysis.schemas.columns import CODED, MODES, OUTLET, ROLES, STANCES, VERDICTS
from analysis.schemas.results import RESULTS

__all__ = ["CODED", "MODES", "OUTLET", "ROLES", "SCHEMAS", "STANCES", "VERDICTS"]

SCHEMAS = {schema.name: schema for schema in (*CLEANED, *RESULTS)}
