"""Files that people write (study, codebook) read into their models; every mistake is named by file and line."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from analysis.errors import InputError

Model = TypeVar("Model", bound=BaseModel)
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # where PyYAML was built with libyaml, four times as fast
DEEP = "a list or key holds itself, or too many hold one another; undo the nesting"


class Mistake(ValueError):
    """What a validator raises where the wrong part lies deeper than the part it validates: keys and indexes to it."""

    def __init__(self, message: str, *place: str | int):
        super().__init__(message)
        self.place = place


def load(path: Path, model: type[Model]) -> Model:
    """The model that a YAML file fills; all scalars arrive as text, so that `no` and `00` stay what was written.

    Raises InputError (file, line, key) for a missing file, YAML that cannot be read, keys that are
    unknown, missing or given twice, and values of the wrong type.
    """
    try:
        node = _composed(path)
        return model.model_validate(_value(node, path))
    except RecursionError:
        raise InputError(f"{path}: {DEEP}") from None
    except ValidationError as error:
        raise InputError(_one_line(error, node, path)) from None


def _composed(path: Path) -> yaml.Node:
    """The nodes of a file, with their places in it."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file; create it, or correct the path that names it") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start}: not UTF-8; save the file as UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        problem = " ".join(str(getattr(error, "problem", error)).split())
        raise InputError(f"{path}: {line}{problem}; correct the YAML there") from None
    if node is None:
        raise InputError(f"{path}: the file is empty; see the README for what it holds")
    return node


def _value(node: yaml.Node, path: Path):
    """Plain Python values of a YAML node; a key given twice is an error, not the last one's silent victory."""
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    values = {}
    for key, item in node.value:
        if key.value in values:
            line = key.start_mark.line + 1
            raise InputError(f"{path}: line {line}: {key.value!r} is given twice; keep one of the two")
        values[key.value] = _value(item, path)
    return values


def _one_line(error: ValidationError, node: yaml.Node, path: Path) -> str:
    first = error.errors()[0]
    place = first["loc"] + getattr(first.get("ctx", {}).get("error"), "place", ())
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "extra_forbidden":
        message = "unknown key; remove it or correct its spelling"
    elif first["type"] == "missing":
        message = "this key is missing; add it"
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{path}: line {_line(node, place)}: {'.'.join(map(str, place)) or 'the file'}: {message}{more}"


def _line(node: yaml.Node, place: tuple) -> int:
    """The line, counted from 1, of the deepest part of a place (keys and indexes) that the file has."""
    line = node.start_mark.line
    for part in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, item) for key, item in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = (node.value[part], node.value[part])
        else:
            found = None
        if found is None:
            break
        line, node = found[0].start_mark.line, found[1]
    return line + 1
