"""Notebooks run with papermill, by the Python that runs this, to the same bytes each time."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import nbformat
import papermill
from ipykernel.kernelspec import RESOURCES, get_kernel_dict
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from traitlets import default

from analysis.errors import InputError

HERE = Path(__file__).resolve().parents[2]
# A kernel is interrupted before it is stopped, and would report that as an error; a cell's own error comes by message.
QUIET = ["--log-level=CRITICAL"]


class OwnPython(KernelSpecManager):
    """Knows one kernel, the running Python: a spec of the same name elsewhere on the machine is not asked."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The running Python's kernel, under whatever name; it finds this package wherever it starts."""
        paths = [str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])]
        env = {"PYTHONPATH": os.pathsep.join(paths), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
        return KernelSpec(resource_dir=RESOURCES, env=env, **get_kernel_dict(QUIET))


class OwnKernel(AsyncKernelManager):
    """A kernel manager that starts the running Python and talks to it encrypted, if it can."""

    @default("kernel_spec_manager")
    def _own_python(self) -> OwnPython:
        return OwnPython(parent=self)

    @default("transport_encryption")
    def _encrypted(self) -> str:
        return "auto"


def execute(notebook_path: Path, parameters: Mapping[str, Any], kernel_cwd: Path) -> NotebookNode:
    """The notebook run from its first cell to its last in `kernel_cwd`, scrubbed: the same bytes each time.

    `parameters` go into a cell after the one tagged "parameters". InputError in one line, with the file
    and the cell (counted from 1, all cells of the file): for a notebook that cannot be read, for a cell
    that fails; an InputError raised in a cell is raised again as it is.
    """
    notebook = _read(notebook_path)
    try:
        done = papermill.execute_notebook(
            notebook,
            None,
            parameters=dict(parameters),
            kernel_name="python3",
            language="python",
            progress_bar=False,
            kernel_manager_class=OwnKernel,
            # papermill's own `cwd` would move this whole process, and with it a notebook run beside.
            resources={"metadata": {"path": str(kernel_cwd)}},
        )
    except PapermillExecutionError as error:
        raise _one_line(notebook_path, notebook.cells, bool(parameters), error) from None
    except DeadKernelError as error:
        raise InputError(f"{notebook_path}: its Python stopped: {_first_line(error)}; run it by hand") from error
    return scrub(done, {str(Path(kernel_cwd).resolve()): ".", str(HERE): ".", sys.prefix: "<python>"})


def _read(path: Path) -> NotebookNode:
    try:
        notebook = nbformat.reads(Path(path).read_text(encoding="utf-8"), as_version=4)
        notebook.nbformat_minor = max(5, notebook.nbformat_minor)
        for number, cell in enumerate(notebook.cells):
            cell["id"] = f"cell-{number}"
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: not a readable notebook: {_first_line(error)}; give an .ipynb") from error
    return notebook


def _one_line(path: Path, cells: list, injected: bool, error: PapermillExecutionError) -> InputError:
    if error.ename == "InputError":
        return InputError(error.evalue)
    # papermill puts its own cell after the one tagged "parameters", or before all if none is.
    tagged = [n for n, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", ())]
    before_it = not injected or error.cell_index <= (tagged or [-1])[0]
    number = error.cell_index + before_it
    where = f"{path}: cell {number} ({_first_line(error.source)[:60]})"
    return InputError(f"{where}: {error.ename}: {_first_line(error.evalue)}; open it in JupyterLab to see more")


def _first_line(error: object) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]


# What differs from run to run in what a kernel prints: its process id in file names, addresses of objects.
_PASSING = (
    (re.compile(r"[^\s\"'<>]*ipykernel_\d+[\\/]\d+\.py"), "cell"),
    (re.compile(r"\bat 0x[0-9a-fA-F]{6,16}\b"), "at 0x…"),
)


def scrub(notebook: NotebookNode, places: Mapping[str, str] | None = None) -> NotebookNode:
    """The notebook without what changes from run to run or tells of the machine; changed in place.

    Gone are papermill's and the kernel's times, paths and versions, random cell ids, process ids, object
    addresses; `places` maps absolute paths to what stands for them in the parameters and outputs.
    """
    notebook.metadata = NotebookNode(
        kernelspec=NotebookNode(display_name="Python 3", language="python", name="python3"),
        language_info=NotebookNode(name="python"),
    )
    swaps = [(re.compile(re.escape(p) + r"(?![\w.-])"), new) for p, new in sorted((places or {}).items(), reverse=True)]
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            if "injected-parameters" in cell.metadata.get("tags", ()):
                cell.source = _swap(cell.source, swaps)
            cell.outputs = [_swap(output, [*_PASSING, *swaps]) for output in _streams(cell.outputs)]
    return notebook


def _streams(outputs: list[NotebookNode]) -> Iterator[NotebookNode]:
    """The outputs, neighbouring pieces of stdout and of stderr joined: how they are cut is chance."""
    for is_stream, run in groupby(outputs, key=lambda output: output.output_type == "stream"):
        if not is_stream:
            yield from run
            continue
        pieces: dict[str, list[str]] = {}
        for output in run:
            pieces.setdefault(output.name, []).append(output.text)
        for name in sorted(pieces, reverse=True):
            yield nbformat.v4.new_output("stream", name=name, text="".join(pieces[name]))


def _swap(value: Any, swaps) -> Any:
    """The value with every replacement made in every string in it; images are left alone."""
    if isinstance(value, str):
        for pattern, new in swaps:
            value = pattern.sub(lambda _, new=new: new, value)
        return value
    if isinstance(value, list):
        return [_swap(item, swaps) for item in value]
    if isinstance(value, dict):
        pairs = {k: v if str(k).startswith("image/") else _swap(v, swaps) for k, v in value.items()}
        return type(value)(pairs)
    return value
