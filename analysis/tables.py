"""Tables on disk: Parquet files that are valid or not written, with a data package that describes every column."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.schemas import SCHEMAS

# pandera's name of a type → pandas' and the data package's.
TYPES = {
    "string[pyarrow]": ("str", "string"),
    "int64": ("int64", "integer"),
    "float64": ("float64", "number"),
    "bool": ("bool", "boolean"),
}


def table(name: str, rows: pd.DataFrame | list) -> pd.DataFrame:
    """The rows as a table of the contract: its columns in order, typed and checked.

    Raises pandera's SchemaError where they do not fit.
    """
    schema = SCHEMAS[name]
    frame = pd.DataFrame(rows, columns=list(schema.columns))
    frame = frame.astype({column: TYPES[str(spec.dtype)][0] for column, spec in schema.columns.items()})
    return schema.validate(frame)


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path, title: str, extra: Mapping[str, str]) -> None:
    """Replace a folder of tables as a whole: until the new ones are complete, the old ones stay.

    extra: further files by name, written beside the tables.
    """
    new, old = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    new.mkdir(parents=True)
    for name, frame in tables.items():
        frame.to_parquet(new / f"{name}.parquet", index=False, compression="zstd")
    for name, content in extra.items():
        (new / name).write_text(content, encoding="utf-8")
    package = json.dumps(data_package(tables, title), ensure_ascii=False, indent=1)
    (new / "datapackage.json").write_text(package + "\n", encoding="utf-8")
    if folder.exists():
        os.replace(folder, old)
    os.replace(new, folder)
    shutil.rmtree(old, ignore_errors=True)


def read_table(folder: Path, name: str, columns: list[str] | None = None) -> pd.DataFrame:
    """A table of a study; raises InputError where it was not made yet."""
    try:
        return pd.read_parquet(Path(folder) / f"{name}.parquet", columns=columns)
    except FileNotFoundError:
        raise InputError(f"{folder}: no table {name!r} yet; run make tables") from None


def read_rows(folder: Path, name: str, doc_id: str | None = None) -> pd.DataFrame:
    """A table, or one document's rows of it; raises InputError where the document is not in it."""
    if doc_id is None:
        return read_table(folder, name)
    rows = pd.read_parquet(Path(folder) / f"{name}.parquet", filters=[("doc_id", "==", doc_id)])
    if name == "documents" and rows.empty:
        raise InputError(f"{folder}: no document {doc_id!r}; the table documents lists the ids")
    return rows


def data_package(tables: Mapping[str, pd.DataFrame], title: str) -> dict:
    """The Frictionless data package of the tables: every column with type, meaning, unit and key."""
    return {
        "profile": "data-package",
        "title": title,
        "resources": [_resource(name, len(frame)) for name, frame in tables.items()],
    }


def _resource(name: str, rows: int) -> dict:
    schema = SCHEMAS[name]
    described = fields(name)
    references = [
        {
            "fields": field["name"],
            "reference": dict(zip(("resource", "fields"), field["key"].split("."), strict=True)),
        }
        for field in described
        if "key" in field
    ]
    return {
        "name": name,
        "path": f"{name}.parquet",
        "description": schema.description,
        "rows": rows,
        "schema": {
            "fields": [{key: value for key, value in field.items() if key != "key"} for field in described],
            "primaryKey": schema.unique,
            "foreignKeys": references,
        },
    }


def fields(name: str) -> list[dict[str, str]]:
    """What each column of a table is: name, type, description and, where it has them, unit and key."""
    return [
        {"name": column, "type": TYPES[str(spec.dtype)][1], "description": spec.description}
        | {word: value for word, value in (spec.metadata or {}).items() if value}
        for column, spec in SCHEMAS[name].columns.items()
    ]
