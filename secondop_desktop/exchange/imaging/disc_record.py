"""An imaging disc as one record: kept whole in the journal, or where it lies, with its hash."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.imaging import words
from secondop_desktop.exchange.imaging.describing import Disc, describe, several
from secondop_desktop.exchange.imaging.disc_files import (
    DiscFiles,
    FolderFiles,
    LooseFiles,
    ZipFiles,
    is_disc,
)
from secondop_desktop.exchange.imaging.plain_zip import MOST, PlainZip
from secondop_desktop.exchange.progress import Progress
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import Content, Link, ReadEntry, Reading, mark
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.exchange.source_files.unreadable import unreadable
from secondop_desktop.journal.files.attachments import LARGEST
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.journal.values.sizes import size_words
from secondop_desktop.lang import _, ngettext
from secondop_desktop.sandbox.process import FOR_WORK, EndedError

DISC: Final = "application/dicom+zip"
OBJECT: Final = "application/dicom"
_WORTH_ASKING: Final = 20_000_000
_INSIDE, _ELSEWHERE = "inside", "elsewhere"
_NOBODY: Final = frozenset({"anonymous", "anonymised", "anonymized", "anon", "unknown", "none"})


def loose(paths: Iterable[Path]) -> list[Path]:
    """Return those of several files that are objects without their disc, to be one record."""
    found = [path for path in paths if path.is_file() and is_disc(path) and not _is_zip(path)]
    return found if len(found) > 1 else []


def _is_zip(path: Path) -> bool:
    with open_regular(path) as stream:
        return stream.read(2) == b"PK"


def read(paths: Sequence[Path], asked: Asked, tell: Tell = nobody) -> Reading:
    """Read a disc that is a folder or a zip, or objects that were chosen together, as one record.

    ``tell`` hears how far the reading is, and raises to stop. Raises UserError for a disc that
    cannot be read.
    """
    name = any_file.shown_name(paths[0])
    try:
        return _Taking(paths, name, asked, tell).reading()
    except OSError as problem:
        raise unreadable(name, why(problem)) from None
    except EndedError:
        text = _("{name} takes far more memory or time to read than an imaging disc does.")
        raise UserError(text.format(name=name)) from None


class _Taking:
    def __init__(self, paths: Sequence[Path], name: str, asked: Asked, tell: Tell) -> None:
        self._paths, self._name = paths, name
        self._asked, self._tell = asked, tell

    def reading(self) -> Reading:
        path = self._paths[0]
        if len(self._paths) > 1:
            return self._packed(LooseFiles(self._paths))
        if path.is_dir():
            return self._packed(FolderFiles(path))
        return self._file(path)

    def _packed(self, files: DiscFiles) -> Reading:
        """Keep many files as one zip, unless they are more than one can hold."""
        disc = describe(files, FOR_WORK)
        size = sum(files.sizes.values())
        progress = Progress(self._tell, 2 * size)
        layout = PlainZip(files, progress.more) if size < MOST else None
        name = f"{any_file.shown_name(Path(files.name))}.zip"
        content = Content(name, opener=layout.open, most=MOST) if layout else None
        return self._draft(disc, content, DISC, (size, len(files.sizes)), progress)

    def _file(self, path: Path) -> Reading:
        with open_regular(path) as stream:
            zipped = stream.read(2) == b"PK"
            files = ZipFiles(stream, self._name) if zipped else LooseFiles([path])
            disc = describe(files, FOR_WORK)
            count = len(files.sizes)
        size = path.stat().st_size
        content = Content(self._name, path=path, most=MOST) if size < MOST else None
        progress = Progress(self._tell, size)
        return self._draft(disc, content, DISC if zipped else OBJECT, (size, count), progress)

    def _draft(
        self,
        disc: Disc,
        content: Content | None,
        file_type: str,
        extent: tuple[int, int],
        progress: Progress,
    ) -> Reading:
        size, count = extent
        notices = list(self._notices(disc, content))
        places = list(_hospitals(disc, self._name))
        values = words.values(disc) | {"type": "imaging"}
        if places:
            values["from_provider"] = Link(places[0].origin)
        file_size, file_hash = any_file.measured(content, progress.more) if content else (0, "")
        if content is not None and self._kept(size, count) == _INSIDE:
            values |= {
                "file": file_hash,
                "file_name": content.name,
                "file_type": file_type,
                "file_size": file_size,
            }
            draft = _entry(f"file:{file_hash}", values, self._name, content)
        else:
            values |= self._elsewhere(file_hash, size, count)
            draft = _entry(f"disc:{file_hash or self._paths[0]}", values, self._name, None)
        people = list(_people(disc, self._name))
        return Reading([*places, draft], people=people, notices=notices)

    def _kept(self, size: int, count: int) -> str:
        """Ask where a large disc is to be kept; beyond 100 MB nothing is taken for granted."""
        if size < _WORTH_ASKING:
            return _INSIDE
        text = ngettext(
            "{name} has {count} file, {size}. The journal and each safe copy would grow by that. "
            "Where should it be kept?",
            "{name} has {count} files, {size}. The journal and each safe copy would grow by that. "
            "Where should it be kept?",
            count,
        )
        choices = (
            Choice(_INSIDE, _("In the journal, whole")),
            Choice(_ELSEWHERE, _("Where it is now; the journal notes the place")),
        )
        said = text.format(name=self._name, count=count, size=size_words(size))
        default = _INSIDE if size <= LARGEST else ""
        return self._asked.ask(Question("disc", said, choices, default))

    def _elsewhere(self, file_hash: str, size: int, count: int) -> dict[str, Any]:
        text = ngettext("{count} file, {size}", "{count} files, {size}", count)
        said = [text.format(count=count, size=size_words(size)), file_hash]
        note = _("Kept elsewhere: {what}").format(what=" · ".join(filter(None, said)))
        return {"place": str(self._paths[0]), "notes": note}

    def _notices(self, disc: Disc, content: Content | None) -> Iterator[str]:
        if not disc.series:
            yield _("No picture on {name} can be read. The disc is kept as it is.").format(
                name=self._name
            )
        if disc.missing:
            text = ngettext(
                "{name} lists {count} picture that is not on it.",
                "{name} lists {count} pictures that are not on it.",
                disc.missing,
            )
            yield text.format(name=self._name, count=disc.missing)
        if content is None:
            text = _("{name} is too large for a journal. Its place is noted instead.")
            yield text.format(name=self._name)


def _entry(origin: str, values: dict[str, Any], where: str, content: Content | None) -> ReadEntry:
    known = {name: value for name, value in values.items() if value not in ("", None)}
    alike = "file" if content else ""
    return ReadEntry("record", origin, known, where, alike=alike, settled=True, content=content)


def _hospitals(disc: Disc, where: str) -> Iterator[ReadEntry]:
    for name in several([one.told.get("hospital", "") for one in disc.series])[:1]:
        origin = f"hospital:{mark(name.casefold())}"
        yield ReadEntry("provider", origin, {"name": name}, where, alike="name", settled=True)


def _people(disc: Disc, where: str) -> Iterator[ReadEntry]:
    """Yield whom the disc is about; a name that was taken out names nobody."""
    for told in disc.patients:
        name = words.spoken_name(told.get("patient", ""))
        values: dict[str, Any] = {}
        if name and name.casefold().split()[0] not in _NOBODY:
            values["name"] = name
        if born := words.day(told.get("born", "")):
            values["birth_date"] = born
        if "NHS" in told.get("issuer", "").upper():
            values["nhs_number"] = told.get("number", "")
        if values.get("name"):
            said = "\n".join(str(values[key]) for key in sorted(values))
            yield ReadEntry("person", f"named:{mark(said)}", values, where)
