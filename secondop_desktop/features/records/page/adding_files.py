"""Files coming in by button, drop or paste: records of their own, or photos that are one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.exchange.source_files import photos
from secondop_desktop.features.records.operations import one_paper
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.unfinished import passing_folder
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import Answer, ask


def take_files(
    parent: QWidget,
    journal: Journal,
    person: str,
    paths: Sequence[Path],
    tell: Callable[[str], None],
) -> tuple[str, ...] | None:
    """Keep files as records and return their ids; None when the person stepped back.

    Several photos may become one record, if the person says so. ``tell`` hears what was left out
    or kept locked. Raises UserError where nothing can be read or kept.
    """
    if len(paths) > 1 and all(photos.is_photo(path) for path in paths):
        how = _ask_one_record(parent, len(paths))
        if not how:
            return None
        if how == "one":
            return _keep_joined(journal, person, paths, tell)
    return _keep(journal, person, paths, tell)


def _ask_one_record(parent: QWidget, number: int) -> str:
    title = _("Are these {number} photos one record?").format(number=number)
    text = _("Photos of the pages of one letter belong together.")
    answers = (
        Answer("one", _("One record")),
        Answer("each", _("A record each")),
        Answer("", _("Cancel")),
    )
    return ask(parent, title, text, answers)


def _keep_joined(
    journal: Journal, person: str, paths: Sequence[Path], tell: Callable[[str], None]
) -> tuple[str, ...]:
    with passing_folder() as folder:
        paper = one_paper(paths)
        pdf = folder / paper.name
        try:
            pdf.write_bytes(paper.data or b"")
        except OSError:
            raise UserError(_("There is no room to put the photos together.")) from None
        return _keep(journal, person, [pdf], tell)


def _keep(
    journal: Journal, person: str, paths: Sequence[Path], tell: Callable[[str], None]
) -> tuple[str, ...]:
    try:
        plan = importing.read(paths, journal, person, sure=False)
    except SomebodyElseError as found:
        raise UserError(found.in_window) from None
    if plan.unanswered:
        text = _("{question} Answer it under “Bring in files”.")
        raise UserError(text.format(question=plan.unanswered[0].text))
    kept = importing.apply(journal, plan)
    left_out = [one.why for one in plan.skipped if not one.kept]
    if said := [*plan.notices, *left_out]:
        tell(" ".join(said))
    return kept
