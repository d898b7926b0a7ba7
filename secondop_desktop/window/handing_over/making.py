"""What the page asks to be made, made away from the window: to be seen first, then to be saved."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import N_, _, ngettext
from secondop_desktop.summary.hand_over.bundle import hand_over
from secondop_desktop.summary.hand_over.written_down import what_was_given, write_down
from secondop_desktop.summary.pack.choices import PackChoices
from secondop_desktop.summary.pack.making import Pack, PackMade
from secondop_desktop.summary.reader import CARER, ME
from secondop_desktop.summary.sheets import making as sheets

PDF, FOLDER, ZIP = "pdf", "folder", "zip"
FORMS = {
    PDF: N_("Pack: the summary and the records, in one PDF"),
    FOLDER: N_("Folder for a memory stick: the pack, and the files as they are"),
    ZIP: N_("Zip with a password: the same, to send"),
    **sheets.SHEETS,
}
"""What can be made, in the order in which it is offered."""
ENDINGS = {FOLDER: "", ZIP: ".zip"}
Step = Callable[[], None]


@dataclass(frozen=True)
class Wanted:
    """What is to be made of which choices; discs and the password are for what is handed over."""

    form: str
    pack: PackChoices
    discs: tuple[Path, ...] = ()
    password: str = ""

    @property
    def is_sheet(self) -> bool:
        """Whether it is a single sheet, which has no records behind it."""
        return self.form in sheets.SHEETS


@dataclass(frozen=True)
class Seen:
    """The pages as they will be, and what is to be said before they are saved."""

    data: bytes
    said: tuple[str, ...]


@dataclass(frozen=True)
class Saved:
    """Where it lies now, what is to be said, and what is noted of who got it."""

    path: Path
    said: str
    noted: str | None = None
    locked: bool = False


def show(journal: Journal, wanted: Wanted, step: Step) -> Seen:
    """Return the pages; of a pack in parts, those of the first."""
    if wanted.is_sheet:
        data, made = sheets.preview(journal, wanted.pack.summary, wanted.form)
        return Seen(data, (*_pages_said(made.pages), *_held_back_said(len(made.held_back))))
    pack = Pack(journal, wanted.pack, step=step)
    built, told = pack.laid_out()
    out = BytesIO()
    built[0].write(out)
    return Seen(out.getvalue(), tuple(_pack_said(told, pack.size)))


def save(journal: Journal, wanted: Wanted, target: Path, step: Step) -> Saved:
    """Write it; who got a pack, alone or in a folder or a zip, is written down by itself."""
    if wanted.is_sheet:
        sheets.write(journal, wanted.pack.summary, wanted.form, target)
        return Saved(target, _("{file} was saved.").format(file=target.name))
    pack = Pack(journal, wanted.pack, step=step)
    if wanted.form == PDF:
        return _pack_saved(journal, pack, target)
    return _handed_over(journal, pack, wanted, target, step)


def _pack_saved(journal: Journal, pack: Pack, target: Path) -> Saved:
    made = pack.write(target)
    paths = pack.targets(target)
    what = what_was_given(target.name, sum(made.pages))
    noted = write_down(journal, pack.rows, pack.held, what)
    said = [_saved_said(paths), *_noted_said(pack, noted)]
    return Saved(paths[0], " ".join(said), noted)


def _handed_over(journal: Journal, pack: Pack, wanted: Wanted, target: Path, step: Step) -> Saved:
    done = hand_over(pack, target, password=wanted.password, discs=wanted.discs, step=step)
    given = [one.row.id for one in (*pack.records, *pack.left)]
    what = what_was_given(target.name, sum(done.made.pages))
    noted = write_down(journal, pack.rows, given, what)
    said = " ".join(_handed_said(target, done.unread, pack, noted))
    return Saved(target, said, noted, locked=wanted.form == ZIP)


def _handed_said(target: Path, unread: tuple[str, ...], pack: Pack, noted: str | None) -> list[str]:
    said = [_("{file} was saved.").format(file=target.name)]
    if unread:
        text = _("These could not be read, so they are missing: {names}.")
        said.append(text.format(names=", ".join(unread)))
    return [*said, *_noted_said(pack, noted)]


def _noted_said(pack: Pack, noted: str | None) -> list[str]:
    """Say what was written down, or how it would be; nothing where it is for no doctor."""
    reader = pack.rows.reader
    if noted:
        return [_("“Who was told” now says that {name} got it today.").format(name=reader.name)]
    if reader.provider or reader.sort in {CARER, ME}:
        return []
    return [_("To write down who got it, choose a doctor under “Who is it for?”.")]


def _saved_said(paths: list[Path]) -> str:
    if len(paths) == 1:
        return _("{file} was saved.").format(file=paths[0].name)
    text = _("It was saved in {number} parts: {names}.")
    return text.format(number=len(paths), names=", ".join(path.name for path in paths))


def _pack_said(made: PackMade, size: int) -> list[str]:
    """Say how much it is, what is not in it, and what cannot be read aloud."""
    said = _pages_said(sum(made.pages))
    if len(made.pages) > 1:
        text = _("That is a lot to send, so it is saved in {number} parts. Here is part 1.")
        said.append(text.format(number=len(made.pages)))
    if size > _LARGE_MAIL:
        said.append(_("It may be too large for an e-mail."))
    said += [
        _("Not on pages: {title}, because {why}.").format(title=t, why=w) for t, w in made.left
    ]
    if made.unfit:
        text = _("A screen reader cannot read these pages aloud: {titles}.")
        said.append(text.format(titles="; ".join(made.unfit)))
    return [*said, *_held_back_said(len(made.held_back))]


_LARGE_MAIL = 20 * 1024 * 1024


def _pages_said(count: int) -> list[str]:
    return [ngettext("{number} page.", "{number} pages.", count).format(number=count)]


def _held_back_said(count: int) -> list[str]:
    text = ngettext(
        "{number} private entry is not in it.", "{number} private entries are not in it.", count
    )
    return [text.format(number=count)] if count else []
