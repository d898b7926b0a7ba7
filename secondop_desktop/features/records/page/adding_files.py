"""Files coming in by button, drop or paste: records of their own, or photos that are one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.exchange.photographs.originals import is_photo
from secondop_desktop.features.records.form import RecordForm
from secondop_desktop.features.records.operations.photographs import (
    Paper,
    arrange,
    keep_paper,
    kept_already,
    one_paper,
    paper_of,
)
from secondop_desktop.features.records.page.arranging import ArrangingDialog
from secondop_desktop.journal.file import Journal
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
    if len(paths) > 1 and all(is_photo(path) for path in paths):
        how = _ask_one_record(parent, len(paths))
        if not how:
            return None
        if how == "one":
            return _keep_joined(parent, journal, person, paths)
    return _keep(journal, person, paths, tell)


def take_in_form(
    form: RecordForm, paths: Sequence[Path], tell: Callable[[str], None]
) -> tuple[str, ...]:
    """Keep several files given to the form of a record; return the ids of records made beside it.

    Photos are its pages or a record each, as the person says. Of others the first is its file.
    ``tell`` hears what was left out. Raises UserError where the others cannot be kept.
    """
    if all(is_photo(path) for path in paths):
        how = _ask_one_record(form, len(paths))
        if how != "each":
            if how:
                _take_pages(form, paths)
            return ()
    if not form.take_file(paths[0]):
        return ()
    return _keep(form.journal, form.draft.row().person, paths[1:], tell)


def _take_pages(form: RecordForm, paths: Sequence[Path]) -> None:
    paper = one_paper(paths)
    assert isinstance(paper, Paper)
    dialog = ArrangingDialog(form, paper)
    if dialog.run():
        form.take_pages(dialog.arranged, dialog.pdf)


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
    parent: QWidget, journal: Journal, person: str, paths: Sequence[Path]
) -> tuple[str, ...] | None:
    paper = one_paper(paths)
    assert isinstance(paper, Paper)
    if kept_already(journal, paper):
        return ()
    dialog = ArrangingDialog(parent, paper)
    if not dialog.run():
        return None
    return (keep_paper(journal, dialog.arranged, dialog.pdf, None, {"person": person}),)


def arrange_pages(parent: QWidget, journal: Journal, row: Any) -> None:
    """Let the person arrange the photographs of a record anew, in one change.

    Raises UserError where they cannot be read, or the journal cannot take it.
    """
    paper = paper_of(journal, row)
    if paper is None:
        raise UserError(
            _("The photos that these pages were made from cannot be read. The pages stay.")
        )
    dialog = ArrangingDialog(parent, paper)
    if dialog.run() and dialog.arranged != paper:
        arrange(journal, row, dialog.arranged, dialog.pdf)


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
    return tuple(kept)
