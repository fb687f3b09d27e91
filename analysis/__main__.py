"""The commands behind make: python -m analysis COMMAND STUDY."""

import argparse
import sys
from pathlib import Path

from analysis.errors import InputError


def tables(study, _arguments) -> None:
    """Read the corpus and write the cleaned tables."""
    from analysis.cleaning import clean

    clean(study)


def site(study, _arguments) -> None:
    """Write the raw articles, the evidence and the data dictionary as pages."""
    from analysis.sources import build_site

    build_site(study)


def page(study, arguments) -> None:
    """Run a notebook on the study and render its page."""
    from analysis.report import build_page

    build_page(study, arguments.notebook)


def check(study, arguments) -> None:
    """Compare tables and figures with those that were reviewed; with --accept, record them as reviewed."""
    from analysis.reviewed import accept, compare

    (accept if arguments.accept else compare)(study)


def coding_sheet(study, _arguments) -> None:
    """Write a random sample of sentences as a spreadsheet for coders."""
    from analysis.exports import write_coding_sheet

    print(f"{write_coding_sheet(study)}: fill it in, name it after its coder, put it into the study's codes folder")


def events(study, _arguments) -> None:
    """Propose which articles report one event, as a table for people to look through."""
    from analysis.exports import write_event_proposals

    print(
        f"{write_event_proposals(study)}: correct it, save it as events.csv, name it in study.yml (events: events.csv)"
    )


def qdc(study, _arguments) -> None:
    """Write the codebook for programs of qualitative analysis (REFI-QDA)."""
    from analysis.exports import write_qdc

    print(write_qdc(study))


COMMANDS = {
    command.__name__.replace("_", "-"): command for command in (tables, site, page, check, coding_sheet, events, qdc)
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; an InputError becomes one line on standard error and exit status 2."""
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, help=command.__doc__)
        if name == "page":
            one.add_argument("notebook", type=Path)
        if name == "check":
            one.add_argument("--accept", action="store_true", help="record them as reviewed")
        one.add_argument("study", type=Path, nargs="?", default=Path("."), help="folder with study.yml (default: .)")
        one.add_argument("--corpus", type=Path, help="read this corpus instead of the one that study.yml names")
    chosen = parser.parse_args(arguments)
    from analysis.study import read_study

    try:
        COMMANDS[chosen.command](read_study(chosen.study, chosen.corpus), chosen)
    except InputError as error:
        print(f"itar: {error}", file=sys.stderr)
        return 2
    except PermissionError as error:
        print(
            f"itar: {error.filename}: no permission to write there; copy the study to a folder of yours",
            file=sys.stderr,
        )
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
