"""The command line: ``python -m metrics new``, ``check``, ``status`` and ``export``.

In: a folder with ``targets.yaml`` and ``data/``. Out: text on standard output, problems on standard error, and
an exit code: 0 done, 1 the files have problems, 2 the command was not understood or its file could not be
written. docs/command-line.md every command and option; what only one command needs is imported by that command.
"""

import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from os.path import expanduser
from pathlib import Path as FilePath
from shlex import quote
from shutil import get_terminal_size
from textwrap import shorten
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from metrics.console import FOLDER, PLAN, PROBLEMS, SAY, Day, encoding_of, reason, records_of, show, usage
from metrics.exports.extract import Extract, extract, only
from metrics.exports.files import BINARY, FORMATS, SLIDES, TABLES, content, html
from metrics.exports.output_file import write_output
from metrics.records import RecordsError
from metrics.records.guess import nearest
from metrics.words import languages, words_for

if TYPE_CHECKING:
    from metrics.figures.palette import Mode
    from metrics.figures.picture import SizeName
    from metrics.figures.slides.choice import Choice

NAME = "python -m metrics"
WIDEST = 120  # columns; longer lines are hard to read
STDOUT = "-"
PICTURES = ("png", "svg")
FEW = 2  # pictures; from here on it takes longer than a second
SIZES = ("slide", "square", "column")
LANGUAGES = click.Choice(languages())
COUNTED = ("targets", "goals", "indicators", "series", "observations", "sources", "events", "claims")
APART = ("deliverables", "evidence", "ratings")  # counted only where there are any


#: The formats with which an option of ``export`` goes, and what is said of it with another.
OF_FORMATS = {
    **dict.fromkeys(("charts", "size", "mode"), (PICTURES, "of_pictures")),
    "table": (("csv",), "table_of_csv"),
    "targets": ((*SLIDES, *PICTURES), "targets_of_slides"),
    "deck": (SLIDES, "deck_of_slides"),
    "template": (("handout",), "template_of_handout"),
    "notes": (("html",), "notes_of_html"),
    "base": ((*SLIDES, *PICTURES), "base_of_slides"),
}


def choice_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options by which ``status`` and ``export`` choose a day, a plan, a target, a path and a language."""
    for names, more in (
        (("--lang", "language"), {"type": LANGUAGES, "default": languages()[0], "show_default": True}),
        (("--path",), {"type": click.Choice(["linear", "compound"])}),
        (("--target",), {"metavar": "ID"}),
        (("--plan",), {"metavar": "ID"}),
        (("--known-on", "day"), {"type": Day(), "metavar": "DAY"}),
    ):
        key = names[0].removeprefix("--").replace("-", "_")
        command = click.option(*names, help=SAY(f"cli.choice.{key}"), **more)(command)
    return command


@click.group(help=SAY("cli.help"), context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """All commands end in one of the exit codes above."""


@main.command(help=SAY("cli.new.help"), short_help=SAY("cli.new.short"))
@click.argument("folder", type=click.Path(path_type=FilePath))
def new(folder: FilePath) -> None:
    """Write a plan folder to begin with."""
    from metrics.exports.starter import write_starter

    # Not every shell does it behind `PLAN=`; that of Path fails where there is no such user.
    folder = FilePath(expanduser(folder))  # noqa: PTH111
    try:
        write_starter(folder)
    except FileExistsError as error:
        key = "cli.new.not_empty" if folder.is_dir() else "cli.new.in_the_way"
        raise usage("folder", SAY(key, folder=str(folder))) from error
    except OSError as error:
        said = SAY("cli.new.not_written", folder=str(folder), reason=reason(error))
        raise usage("folder", said) from error
    for said in ("written", "check", "see"):
        show(SAY(f"cli.new.{said}", folder=quote(str(folder))))


@main.command(help=SAY("cli.check.help"), short_help=SAY("cli.check.short"))
@FOLDER
@click.option("--complete", "language", type=LANGUAGES, help=SAY("cli.check.complete"))
def check(folder: FilePath, *, language: str | None) -> None:
    """Say how much a folder holds, or everything that is wrong with it; with a language, which texts lack it."""
    records = records_of(folder)
    if language:
        _complete(folder, language)
        return
    counts = {
        "plans": len(records.plans),
        "milestones": sum(len(plan.milestones) for plan in records.plans.values()),
        **{name: len(getattr(records, name)) for name in COUNTED},
        **{name: n for name in APART if (n := len(getattr(records, name)))},
    }
    show(SAY("cli.check.in_order"))
    for name, count in counts.items():
        show(SAY(f"cli.check.{name}", n=count))
    if records.warnings:
        show(SAY("cli.check.warnings", n=RecordsError(records.warnings).count))
        for one in records.warnings:
            show(f"  {one}")


def _complete(folder: FilePath, language: str) -> None:
    """List every text of a folder that does not stand in a language; leaves with an exit code if there is one."""
    from metrics.records.gaps import gaps

    found = gaps(folder, language)
    for gap in found:
        place = {"file": gap.file, "line": str(gap.line), "record": gap.record, "field": gap.field}
        show(SAY("cli.check.gap", language=language, text=shorten(gap.text, 60, placeholder=" …"), **place))
    show(SAY("cli.check.gaps" if found else "cli.check.no_gaps", n=len(found), language=language))
    if found:
        sys.exit(PROBLEMS)


@main.command("import", help=SAY("cli.import.help"), short_help=SAY("cli.import.short"))
@click.argument("files", metavar="FILE...", nargs=-1, type=click.File("rb"))
@click.option("--into", "folder", required=True, type=PLAN, metavar="FOLDER", help=SAY("cli.import.into"))
@click.option("--published", type=Day(), metavar="DAY", help=SAY("cli.import.published"))
@click.option("--source", metavar="ID", help=SAY("cli.import.source"))
@click.option("--map", "mapping", metavar="ID", help=SAY("cli.import.map"))
@click.option("--dry-run", is_flag=True, help=SAY("cli.import.dry_run"))
@click.option("--undo", metavar="RELEASE", help=SAY("cli.import.undo"))
@click.option("--lang", "language", type=LANGUAGES, default=languages()[0], help=SAY("cli.choice.lang"))
def bring_in(
    files: tuple[BinaryIO, ...], folder: FilePath, *, undo: str | None, language: str, **asked: Any
) -> None:
    """Bring a publisher's files in, or take a release out again."""
    from metrics.releases.command import bring_in_files, take_out

    if undo is not None:
        take_out(folder, undo, words_for(language))
    else:
        bring_in_files(files, folder, words=words_for(language), **asked)


@main.command(help=SAY("cli.status.help"), short_help=SAY("cli.status.short"))
@FOLDER
@choice_options
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.status.json"))
def status(folder: FilePath, *, as_json: bool, **choice: Any) -> None:
    """Say where targets stand."""
    from metrics.exports.status_json import status_json
    from metrics.exports.status_table import status_table

    taken = _extract(folder, **choice)
    taken = taken if as_json else taken.in_own_units
    progress, words, encoding = taken.progress, taken.words, encoding_of(sys.stdout)
    known = replace(taken.known, plans=taken.records.plans)
    if as_json:
        click.echo(status_json(progress, known, words, ascii_only=encoding != "utf-8"))
        return
    width = min(get_terminal_size().columns - 1, WIDEST)
    single = choice["target"] is not None
    click.echo(status_table(progress, known, words, width=width, encoding=encoding, readings=single))


@main.command(help=SAY("cli.export.help"), short_help=SAY("cli.export.short"))
@click.argument("kind", metavar="FORMAT", type=click.Choice((*FORMATS, *PICTURES)))
@FOLDER
@click.option("--output", "-o", metavar="FILE", required=True, help=SAY("cli.export.output"))
@click.option("--table", type=click.Choice(TABLES), help=SAY("cli.export.table"))
@click.option("--targets", metavar="IDS", help=SAY("cli.export.targets"))
@click.option("--deck", metavar="NAME", help=SAY("cli.export.deck"))
@click.option("--template", type=click.File("rb"), metavar="FILE", help=SAY("cli.export.template"))
@click.option("--notes", is_flag=True, help=SAY("cli.export.notes"))
@click.option("--base-address", "base", metavar="URL", help=SAY("cli.export.base"))
@click.option("--chart", "charts", metavar="ID", multiple=True, help=SAY("cli.export.chart"))
@click.option("--size", type=click.Choice(SIZES), help=SAY("cli.export.size"))
@click.option("--mode", type=click.Choice(["light", "dark"]), help=SAY("cli.export.mode"))
@choice_options
def export(
    kind: str,
    folder: FilePath,
    *,
    output: str,
    table: str | None,
    targets: str | None,
    deck: str | None,
    template: BinaryIO | None,
    notes: bool,
    base: str | None,
    charts: tuple[str, ...],
    size: "SizeName | None",
    mode: "Mode | None",
    **choice: Any,
) -> None:
    """Write a file that can be taken away."""
    asked = click.get_current_context().params
    for option, (kinds, why) in OF_FORMATS.items():
        if asked[option] not in (None, False, ()) and kind not in kinds:
            raise usage(option, SAY(f"cli.export.{why}"))
    few = targets if targets is not None else choice["target"]
    for option, is_wrong, why in (
        ("output", output == STDOUT and kind in (*BINARY, *PICTURES) and sys.stdout.isatty(), "terminal"),
        ("targets", targets is not None and choice["target"], "targets_or_target"),
        ("deck", deck is not None and few is not None, "deck_or_targets"),
        ("base", base is not None and not base.startswith(("https://", "http://")), "base_not_address"),
    ):
        if is_wrong:
            raise usage(option, SAY(f"cli.export.{why}", text=base or ""))
    taken = replace(_extract(folder, **choice, chosen=_several(targets)), notes=notes, base=base)
    if deck is not None:
        taken = replace(taken, choice=_deck(deck, taken))
    data = (
        _pictures(taken, kind, charts, size or "slide", mode or "light")
        if kind in PICTURES
        else _watched(taken.in_own_units)
        if kind == "html"
        else _handout(replace(taken, template=template.read() if template else None))
        if kind == "handout"
        else content(taken, kind, table or "readings")
    )
    try:
        if output == STDOUT:
            click.echo(data, nl=False)
        else:
            write_output(FilePath(output), data)
    except BrokenPipeError:
        raise  # the reader went away: no fault of anybody
    except OSError as error:
        raise usage("output", SAY("cli.export.not_written", file=output, reason=reason(error))) from error


def _watched(taken: Extract) -> bytes:
    """The offline page; a person at a terminal sees how far it is."""
    if not sys.stderr.isatty():
        return html(taken)
    with click.progressbar(length=1, label=SAY("cli.export.making"), file=sys.stderr) as bar:

        def step(_done: int, every: int) -> None:
            bar.length = every
            bar.update(1)

        return html(taken, step)


def _handout(taken: Extract) -> bytes:
    """The handout; a template that is no Word document is refused."""
    from metrics.exports.handout.word import NoTemplateError

    try:
        return content(taken, "handout")
    except NoTemplateError as error:
        raise usage("template", SAY("cli.export.no_template")) from error


def _pictures(taken: Extract, kind: str, charts: tuple[str, ...], size: "SizeName", mode: "Mode") -> bytes:
    """The charts of the targets and ids asked for; a bar on a terminal where there are several."""
    from metrics.exports.chrome import NoChromeError
    from metrics.exports.gallery import gallery
    from metrics.exports.pictures import pictures

    named = taken.chosen or ((taken.target,) if taken.target and not charts else ())
    wanted = tuple(dict.fromkeys((*(f"target-{one}" for one in named), *charts)))
    there = tuple(gallery(taken, mode))
    for one in wanted:
        _known("charts", "cli.export.unknown_chart", one, there)
    if not there:
        raise usage("charts", SAY("cli.export.no_chart"))
    try:
        if len(wanted) < FEW or not sys.stderr.isatty():
            return pictures(taken, kind, wanted, size=size, mode=mode)
        with click.progressbar(length=len(wanted), label=SAY("cli.export.painting"), file=sys.stderr) as bar:
            return pictures(taken, kind, wanted, size=size, mode=mode, step=lambda: bar.update(1))
    except NoChromeError as error:
        raise usage("kind", SAY("cli.export.no_chrome")) from error


def _deck(name: str, taken: Extract) -> "Choice":
    """The slides of a deck; one that there is not is refused, and those that there are named."""
    from metrics.figures.slides.named import named_choice

    if name in taken.known.decks:
        return named_choice(taken.known.decks[name], taken.words)
    if not taken.known.decks:
        raise usage("deck", SAY("cli.export.no_deck", id=name))
    raise usage("deck", SAY("cli.export.unknown_deck", id=name, decks=", ".join(taken.known.decks)))


def _extract(
    folder: FilePath,
    *,
    day: date | None,
    plan: str | None,
    target: str | None,
    path: str | None,
    language: str,
    chosen: tuple[str, ...] = (),
) -> Extract:
    """What a folder says about the day, the plan and the target that were asked for."""
    from metrics.progress import as_known_on, assess
    from metrics.progress.result import Path

    records = records_of(folder)
    _known("plan", "cli.unknown_plan", plan, records.plans)
    for option, one in (("target", target), *(("targets", one) for one in chosen)):
        _known(option, "cli.unknown_target", one, records.targets)
        if plan and one is not None and (other := records.targets[one].plan) != plan:
            raise usage(option, SAY("cli.other_plan", id=one, plan=other))
    today = date.today()
    latest = max(today, records.as_of)  # the clock of the machine may be behind the files
    if day is not None and day > latest:
        raise usage("day", SAY("cli.future_day", day=day.isoformat(), latest=latest.isoformat()))
    known = as_known_on(records, day or today)
    progress = assess(only(known, plan, target), day or today, Path(path) if path else None)
    return replace(extract(known, progress, words_for(language), plan, target), chosen=chosen)


def _several(ids: str | None) -> tuple[str, ...]:
    """The ids of a list with commas; an empty one is an id that nothing has, and so is refused."""
    return () if ids is None else tuple(dict.fromkeys(one.strip() for one in ids.split(",")))


def _known(option: str, key: str, chosen: str | None, known: Collection[str]) -> None:
    """Refuse an id that there is not; the message names the nearest.

    Raises:
        BadParameter: there is none.
    """
    if chosen is not None and chosen not in known:
        near = nearest(chosen, known)
        raise usage(option, SAY(f"{key}_near", id=chosen, near=near) if near else SAY(key, id=chosen))


if __name__ == "__main__":
    main(prog_name=NAME)
