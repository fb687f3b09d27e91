"""The units of a study, to look up those that a sheet names."""

import pandas as pd

from analysis.coding.units import place, shown
from analysis.errors import InputError


class Known:
    """The units of a study by their ids.

    units: as units.units gives them, of all coded sentences.
    """

    def __init__(self, units: pd.DataFrame):
        self._units = {_spaced(row.unit): row for row in units.itertuples()}
        self._at = {unit.rsplit(":", 1)[0]: unit for unit in self._units}

    def find(self, unit: str, where: str) -> tuple[str, int]:
        """The document and sentence of a unit.

        Raises InputError, which begins with `where`, for an id that is none of the study's, and for one whose
        sentence has changed since.
        """
        if found := self._units.get(_spaced(unit)):
            return found.doc_id, found.sentence
        if _spaced(unit).rsplit(":", 1)[0] in self._at:
            raise InputError(
                f"{where}: the sentence of {unit!r} has changed since it was coded; "
                "write the sheet anew and code this sentence again"
            )
        raise InputError(
            f"{where}: {unit!r} is no coded sentence of this study; put the id back as it was, or remove the row"
        )

    def at(self, doc_id: str, sentence: str, digest: str, where: str) -> tuple[str, int]:
        """The document and sentence of the unit at a place; its digest, where one is given, must fit.

        Raises InputError as `find` does.
        """
        spot = _spaced(place(doc_id, sentence))
        return self.find(f"{spot}:{digest}" if digest else self._at.get(spot, spot), where)

    def same_text(self, unit: str, text: str, where: str) -> None:
        """Raises InputError where the text beside an id, but for its spaces, is not that of the unit."""
        if text.split() != shown(self._units[_spaced(unit)].text).split():
            raise InputError(
                f"{where}: not the sentence of the id in this row; "
                "undo the sorting or editing of single columns, or copy the codes into a new sheet"
            )


def _spaced(unit: str) -> str:
    """The id with single spaces: spreadsheets may change others."""
    return " ".join(unit.split())
