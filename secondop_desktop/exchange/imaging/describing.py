"""What is on an imaging disc: whose it is, the studies, and their series with so many pictures."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from secondop_desktop.exchange.imaging.disc_files import (
    DiscFiles,
    directory_of,
    is_object,
    read_up_to,
)
from secondop_desktop.sandbox.answers import TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import Sandbox
from secondop_desktop.sandbox.whole_numbers import whole_number

_SECONDS: Final = 30.0
_MOST_HEAD: Final = 2_000_000
_MOST_DIRECTORY: Final = 100_000_000
_OF_PATIENT: Final = ("patient", "number", "issuer", "born")
_NOT_SEEN: Final = frozenset({"SR", "PR", "KO", "DOC", "REG", "SEG", "RTSTRUCT", "RTPLAN"})
"""Kinds of object (modalities) that hold words, plans and marks, and no picture."""

Told = Mapping[str, str]
Watch = Callable[[int], None]


@dataclass
class Series:
    """The pictures of one run of a scanner: names of files in their order, and what is told."""

    told: dict[str, str]
    names: list[str] = field(default_factory=list)

    @property
    def middle(self) -> str:
        """The picture that shows most of what a series is about."""
        return self.names[len(self.names) // 2]

    @property
    def seen(self) -> bool:
        """Whether it holds pictures."""
        return self.told.get("sort", "") not in _NOT_SEEN


@dataclass
class Disc:
    """Series by their study; ``missing`` pictures are listed and not on the disc."""

    studies: dict[str, list[Series]] = field(default_factory=dict)
    missing: int = 0
    patients: list[Told] = field(default_factory=list)

    @property
    def series(self) -> list[Series]:
        """All series, in the order of their studies."""
        return [one for those in self.studies.values() for one in those]


class Reader:
    """Asks the process that decodes about the objects of a disc."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._file = HeldFile(sandbox, "dicom", b"")

    def head(self, data: bytes) -> dict[str, str]:
        """Return what an object says of itself; nothing for what is none."""
        try:
            return dict(self._file.ask("head", _SECONDS, data).head["told"])
        except TroubleError:
            return {}

    def directory(self, data: bytes) -> list[dict[str, Any]]:
        """Return what a DICOMDIR lists; nothing for what is none."""
        try:
            return list(self._file.ask("directory", _SECONDS, data).head["listed"])
        except TroubleError:
            return []

    def picture(self, data: bytes, most: int, shown: int) -> tuple[dict[str, Any], bytes]:
        """Return the middle picture of an object; raises TroubleError and EndedError."""
        found = self._file.ask("picture", _SECONDS, data, most=most, shown=shown)
        return found.head, found.body

    def close(self) -> None:
        """Let go."""
        self._file.close()


def describe(files: DiscFiles, sandbox: Sandbox, watch: Watch = lambda _more: None) -> Disc:
    """Look at a disc; ``watch`` hears of each file that was looked at. Raises EndedError."""
    reader = Reader(sandbox)
    try:
        disc = Disc()
        listed = list(_listed(files, reader, disc)) or list(_looked_at(files, reader, watch))
        for told, name in sorted(listed, key=_order):
            _place(disc, told, name)
        for one in disc.series:
            head = reader.head(read_up_to(files, one.middle, _MOST_HEAD))
            one.told.update({name: value for name, value in head.items() if name != "instance"})
        disc.patients = list(_patients(disc))
        return disc
    finally:
        reader.close()


def _listed(files: DiscFiles, reader: Reader, disc: Disc) -> Iterator[tuple[Told, str]]:
    """Yield what the DICOMDIR lists and the disc has; names are compared without their capitals."""
    directory = directory_of(files)
    if not directory:
        return
    folder = directory.rpartition("/")[0]
    here = {name.casefold(): name for name in files.sizes}
    for told in reader.directory(read_up_to(files, directory, _MOST_DIRECTORY)):
        path = "/".join(filter(None, [folder, *told.pop("path")])).casefold()
        name = next((here[one] for one in (path, f"{path}.dcm", f"{path}.") if one in here), "")
        if name:
            yield told, name
        else:
            disc.missing += 1


def _looked_at(files: DiscFiles, reader: Reader, watch: Watch) -> Iterator[tuple[Told, str]]:
    """Yield each object of a disc that lists none, told from the beginning of its file."""
    for name in files.sizes:
        watch(1)
        start = read_up_to(files, name, _MOST_HEAD)
        if is_object(start) and name != directory_of(files) and (told := reader.head(start)):
            yield told, name


def _order(one: tuple[Told, str]) -> tuple[str, str, int, str, int, str]:
    told, name = one
    study = (told.get("date", ""), told.get("study", ""))
    return (*study, _number(told, "order"), told.get("series", ""), _number(told, "instance"), name)


def _number(told: Told, name: str) -> int:
    return whole_number(told.get(name, "").split(".")[0])


def _place(disc: Disc, told: Told, name: str) -> None:
    those = disc.studies.setdefault(told.get("study", ""), [])
    wanted = told.get("series", "")
    found = next((one for one in those if one.told.get("series", "") == wanted), None)
    if found is None:
        found = Series({key: value for key, value in told.items() if key != "instance"})
        those.append(found)
    found.names.append(name)


def _patients(disc: Disc) -> Iterator[Told]:
    """Yield each person whom the disc names, by what is told most of them."""
    known: Counter[tuple[tuple[str, str], ...]] = Counter()
    for one in disc.series:
        facts = tuple((name, one.told[name]) for name in _OF_PATIENT if one.told.get(name))
        known[facts] += len(one.names)
    for facts, _count in known.most_common():
        if facts:
            yield dict(facts)


def several(values: Sequence[str]) -> list[str]:
    """Return each value once, in order, without the empty ones."""
    return list(dict.fromkeys(filter(None, values)))
