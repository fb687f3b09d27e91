"""Whether the tables and figures are still those that a person looked at."""

import hashlib
from pathlib import Path

from analysis.errors import InputError
from analysis.study import Study

FILE = "checksums.sha256"
KEPT = ("*.parquet", "datapackage.json", "*.svg", "*.png", "*.csv")


def accept(study: Study) -> None:
    """Record the present tables and figures as reviewed, in the format of sha256sum."""
    lines = [f"{digest}  {path}\n" for path, digest in sorted(_digests(study).items())]
    (study.folder / FILE).write_text("".join(lines), encoding="utf-8")
    print(f"{study.folder / FILE}: {len(lines)} files recorded as reviewed")


def compare(study: Study) -> None:
    """Say that all is as reviewed; raises InputError that names what differs, is new or is gone."""
    reviewed = study.folder / FILE
    if not reviewed.exists():
        raise InputError(
            f"{reviewed}: nothing was recorded as reviewed yet; look at the figures, then run make reviewed"
        )
    rows = reviewed.read_text(encoding="utf-8").splitlines()
    wanted = {path: digest for digest, path in (row.split("  ", 1) for row in rows)}
    found = _digests(study)
    if differing := sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path)):
        raise InputError(f"{reviewed}: not as reviewed: {', '.join(differing)}; look at them, then run make reviewed")
    print(f"{len(wanted)} tables and figures are as reviewed")


def _digests(study: Study) -> dict[str, str]:
    files = [path for folder in (study.tables, study.figures) for pattern in KEPT for path in folder.glob(pattern)]
    return {_name(path, study): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _name(path: Path, study: Study) -> str:
    return path.relative_to(study.folder).as_posix()
