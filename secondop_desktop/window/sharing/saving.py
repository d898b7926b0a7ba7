"""What the page saves itself, made away from the window."""

from dataclasses import dataclass
from pathlib import Path

from secondop_desktop.exchange.progress import Step
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.choices import Choices


@dataclass(frozen=True)
class Saved:
    """A file that was saved, and what is to be said of it."""

    path: Path
    said: str
    locked: bool = False


def save_archive(journal: Journal, target: Path, password: str, step: Step) -> Saved:
    """Save the whole journal."""
    from secondop_desktop.exchange.archive.writing import write_archive

    done = write_archive(journal, target, password, step)
    entries = ngettext("{count} entry", "{count} entries", done.entries)
    files = ngettext("{count} file", "{count} files", done.files)
    text = _("{file} was saved: {entries} and {files}.").format(
        file=target.name,
        entries=entries.format(count=done.entries),
        files=files.format(count=done.files),
    )
    damaged = _("{name} is damaged in the journal, so it is not in the archive.")
    said = [text, *(damaged.format(name=one) for one in done.damaged)]
    return Saved(target, " ".join(said), bool(password))


def save_tables(journal: Journal, target: Path, person: str, *, private: bool, step: Step) -> Saved:
    """Save the lists of one person as one spreadsheet."""
    from secondop_desktop.exchange.outgoing.chosen import Chosen, Selection
    from secondop_desktop.exchange.outgoing.xlsx_tables import workbook
    from secondop_desktop.exchange.pdf.structure.saving import write_whole

    chosen = Chosen(journal, Selection(person=person, private=private))
    step(_("Writing the tables"), 0, 0)
    data = workbook(journal.kinds, chosen.of, chosen.name)
    step(_("Writing the tables"), 0, 0)
    write_whole(target, data)
    return Saved(target, _said(target, chosen.held_back(*journal.kinds)))


def save_data(journal: Journal, target: Path, choices: Choices, *, step: Step) -> Saved:
    """Save the summary as a FHIR document."""
    from secondop_desktop.summary import standard_file
    from secondop_desktop.summary.story import moment

    rows = standard_file.write(journal, choices, target, moment(), step)
    return Saved(target, _said(target, len(rows.held_back)))


def _said(target: Path, held: int) -> str:
    """Say that it was saved, and how much of what is private is not in it."""
    kept = ngettext(
        "{number} private entry is not in it.", "{number} private entries are not in it.", held
    )
    said = [_("{file} was saved.").format(file=target.name)]
    return " ".join([*said, *([kept.format(number=held)] if held else [])])
