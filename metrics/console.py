"""The console: what all commands of the command line share.

Nothing comes in. Out: the texts, the kinds of arguments, the records of a folder or its problems, and lines on the terminal.
"""

import sys
from codecs import lookup
from datetime import date
from pathlib import Path
from typing import NoReturn, TextIO

import click

from metrics.exports.terminal import legible
from metrics.records import SHIPPED, Records, RecordsError, load
from metrics.records.period import day_of
from metrics.records.problem import Problem
from metrics.words import words_for

SAY = words_for("en").say
PROBLEMS = 1  # exit code


class Day(click.ParamType[date]):
    """A day written as 2019-12-31 and in no other way."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        day = value if isinstance(value, date) else day_of(str(value))
        return day or self.fail(SAY("cli.bad_day", text=str(value)), param, ctx)


PLAN = click.Path(exists=True, file_okay=False, path_type=Path)
FOLDER = click.argument("folder", default=SHIPPED, type=PLAN)


def records_of(folder: Path) -> Records:
    """The records of a folder; leaves with all its problems on standard error."""
    try:
        return load(folder)
    except RecordsError as error:
        leave_with(error.problems)


def leave_with(problems: tuple[Problem, ...]) -> NoReturn:
    """Write all problems on standard error, and leave."""
    error = RecordsError(problems)
    for problem in error.problems:
        show(str(problem), err=True)
    key = "cli.problems_at_least" if error.at_least else "cli.problems"
    show(SAY(key, n=error.count), err=True)
    sys.exit(PROBLEMS)


def usage(option: str, message: str) -> click.BadParameter:
    """What is wrong with an option of the command that runs."""
    ctx = click.get_current_context()
    param = next(p for p in ctx.command.params if p.name == option)
    return click.BadParameter(message, ctx=ctx, param=param)


def reason(error: OSError) -> str:
    """Why a file could not be read or written."""
    return error.strerror or str(error)


def encoding_of(stream: TextIO) -> str:
    """What a stream can hold, in the spelling of Python's codecs; ASCII where nobody knows."""
    try:
        return lookup(stream.encoding).name
    except (LookupError, TypeError):
        return "ascii"


def show(text: str, *, err: bool = False) -> None:
    """Write a line, in signs that the terminal has."""
    click.echo(legible(text, encoding_of(sys.stderr if err else sys.stdout)), err=err)
