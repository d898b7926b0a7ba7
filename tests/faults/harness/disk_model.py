"""What may stand on a disk after a power cut, by the rules that file systems promise.

Bytes written last as far as the file was synced; of what came later each write may be there, in
part (by sectors) or not, in any order. Names last as far as their folder was synced, and later ones
come in their order, as every file system with a journal of its own keeps it. That is stricter than
most: a new name is not taken to last because its file was synced.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random

_SECTOR = 512


@dataclass(frozen=True)
class Data:
    """Bytes at a place of a file; ``None`` cuts it to that length, or lengthens it."""

    file: int
    at: int
    bytes: bytes | None


@dataclass(frozen=True)
class Names:
    """A change of names: ``old`` goes (if any), ``new`` comes, as a file or a folder (None)."""

    old: str
    new: str
    file: int | None = None

    def folders(self) -> set[str]:
        """Return the folders that must be synced for it to last."""
        return {str(PurePosixPath(one).parent) for one in (self.old, self.new) if one}


@dataclass(frozen=True)
class Synced:
    """A file was brought to the disk, or a folder (by its name)."""

    file: int | None = None
    folder: str = ""


@dataclass(frozen=True)
class Told:
    """Something was acknowledged."""

    text: str


Step = Data | Names | Synced | Told


@dataclass
class Image:
    """What stands on the disk: the bytes of each file by its name, and the folders."""

    files: dict[str, bytes] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def write(self, place: Path) -> None:
        """Lay it out in a folder."""
        place.mkdir(mode=0o700)
        for name in sorted(self.folders):
            (place / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, data in self.files.items():
            (place / name).write_bytes(data)
            (place / name).chmod(0o600)


class Disk:
    """The steps of one run over what stood there before."""

    def __init__(self, before: dict[str, bytes], folders: Iterable[str], steps: list[Step]) -> None:
        self._bytes = dict(enumerate(before.values(), start=-len(before)))
        self._names: dict[str, int | None] = dict.fromkeys(folders)
        self._names |= dict(zip(before, self._bytes, strict=True))
        self.steps = steps

    def told(self, cut: int) -> list[str]:
        """Return what was acknowledged before a cut."""
        return [step.text for step in self.steps[:cut] if isinstance(step, Told)]

    def whole(self) -> Image:
        """Return what stands there in the end when nothing is lost."""
        return self._image(self.steps, 1.0, Random(0))

    def after(self, cut: int, chance: Random) -> Image:
        """Return what may stand there when the power is cut before a step."""
        return self._image(self.steps[:cut], chance.choice((0.0, 0.5, 0.9, 1.0)), chance)

    def _image(self, done: list[Step], luck: float, chance: Random) -> Image:
        names, image = self._named(done, luck, chance), Image()
        image.folders = {name for name, file in names.items() if file is None}
        wanted = {file for file in names.values() if file is not None}
        held = {file: self._held(file, done, luck, chance) for file in wanted}
        image.files = {name: held[file] for name, file in names.items() if file is not None}
        return image

    def _named(self, done: list[Step], luck: float, chance: Random) -> dict[str, int | None]:
        changes = [step for step in done if isinstance(step, Names)]
        lasting = _lasting(done)
        more = len(changes) - lasting
        kept = lasting + (more if luck == 1 else round(more * chance.uniform(0, luck)))
        names = dict(self._names)
        for change in changes[:kept]:
            _rename(names, change)
        return names

    def _held(self, file: int, done: list[Step], luck: float, chance: Random) -> bytes:
        own = [step for step in done if getattr(step, "file", None) == file]
        synced = max((n for n, step in enumerate(own) if isinstance(step, Synced)), default=-1)
        held = bytearray(self._bytes.get(file, b""))
        for number, step in enumerate(own):
            if isinstance(step, Data) and (number < synced or chance.random() < luck):
                _write(held, step, chance if number > synced and luck < 1 else None)
        return bytes(held)


def _lasting(done: Iterable[Step]) -> int:
    """Return how many of the changes of names last, whatever happens."""
    last: dict[str, int] = {}
    count, lasting = 0, 0
    for step in done:
        if isinstance(step, Names):
            count += 1
            last |= dict.fromkeys(step.folders(), count)
        elif isinstance(step, Synced) and step.file is None:
            lasting = max(lasting, last.get(step.folder, 0))
    return lasting


def _rename(names: dict[str, int | None], change: Names) -> None:
    if not change.old:
        names[change.new] = change.file
        return
    below = [one for one in names if one == change.old or one.startswith(f"{change.old}/")]
    for name in below:
        file = names.pop(name)
        if change.new:
            names[change.new + name.removeprefix(change.old)] = file


def _write(held: bytearray, step: Data, chance: Random | None) -> None:
    if step.bytes is None:
        del held[step.at :]
        held.extend(bytes(step.at - len(held)))
        return
    start, stop = step.at, step.at + len(step.bytes)
    if chance and chance.random() < 0.3:  # torn: some sectors of it only
        start, stop = sorted(_sector(chance.randint(start, stop), start, stop) for _n in range(2))
    held.extend(bytes(max(0, stop - len(held))))
    held[start:stop] = step.bytes[start - step.at : stop - step.at]


def _sector(place: int, start: int, stop: int) -> int:
    return min(max(place // _SECTOR * _SECTOR, start), stop)


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each file of a folder with its bytes, by its name inside it."""
    for one in sorted(folder.rglob("*")):
        if one.is_file():
            yield one.relative_to(folder).as_posix(), one.read_bytes()
