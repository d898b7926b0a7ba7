"""Turns the system calls of a run into steps of the model of a disk."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tests.faults.harness.disk_model import Data, Names, Step, Synced, Told
from tests.faults.harness.traces import Call


class Steps:
    """Follows handles and names through the calls of one process in one folder."""

    def __init__(self, folder: Path, before: Iterable[str]) -> None:
        self._folder = f"{folder}/"
        self._names: dict[str, int] = {}
        self._files: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self._fresh = 0
        self.steps: list[Step] = []
        known = list(before)
        self._names |= dict(zip(known, range(-len(known), 0), strict=True))

    def take(self, call: Call) -> None:
        """Take in one call; raises KeyError for one that changes files in a way we do not know."""
        if act := _ACTS.get(call.name):
            act(self, call)
        elif call.name not in _HARMLESS and self._named(call.where().decode("utf-8", "replace")):
            raise KeyError(call.name)

    def _named(self, path: str) -> str:
        """Return the name inside the folder, the folder itself as a dot; empty for others'."""
        if f"{path}/" == self._folder:
            return "."
        return path.removeprefix(self._folder) if path.startswith(self._folder) else ""

    def _paths(self, call: Call) -> list[str]:
        """Return the names that a call was given, relative ones by the handle of their folder."""
        found = [text.decode("utf-8", "surrogateescape") for text in call.texts()]
        at = call.where().decode("utf-8", "surrogateescape")
        return [self._named(one if one.startswith("/") else f"{at}/{one}") for one in found]

    def _open(self, call: Call) -> None:
        (name, *_others), handle = self._paths(call), call.number()
        self._files.pop(handle, None)
        if not name or "O_DIRECTORY" in call.arguments or name == ".":
            return
        if name not in self._names and "O_CREAT" in call.arguments:
            self._fresh += 1
            self._names[name] = self._fresh
            self.steps.append(Names("", name, self._fresh))
        if name in self._names:
            self._files[handle], self._places[handle] = self._names[name], 0
            if "O_TRUNC" in call.arguments:
                self.steps.append(Data(self._names[name], 0, None))

    def _write(self, call: Call) -> None:
        handle, data = call.handle(), call.texts()[0][: call.number()]
        if call.where().startswith(b"pipe:"):
            self.steps.append(Told(data[4:].decode("utf-8", "replace")))
        elif handle in self._files:
            self.steps.append(Data(self._files[handle], self._places[handle], data))
            self._places[handle] += len(data)

    def _write_at(self, call: Call) -> None:
        if call.handle() in self._files:
            data = call.texts()[0][: call.number()]
            self.steps.append(Data(self._files[call.handle()], call.last(), data))

    def _read(self, call: Call) -> None:
        if call.handle() in self._places:
            self._places[call.handle()] += call.number()

    def _seek(self, call: Call) -> None:
        if call.handle() in self._places:
            self._places[call.handle()] = call.number()

    def _cut(self, call: Call) -> None:
        if call.handle() in self._files:
            self.steps.append(Data(self._files[call.handle()], call.last(), None))

    def _sync(self, call: Call) -> None:
        if call.handle() in self._files:
            self.steps.append(Synced(self._files[call.handle()]))
        elif name := self._named(call.where().decode("utf-8", "surrogateescape")):
            self.steps.append(Synced(folder=name))

    def _rename(self, call: Call) -> None:
        old, new = self._paths(call)[:2]
        if old and new:
            self.steps.append(Names(old, new))
            for name in [n for n in self._names if n == old or n.startswith(f"{old}/")]:
                self._names[new + name.removeprefix(old)] = self._names.pop(name)

    def _unlink(self, call: Call) -> None:
        if name := self._paths(call)[0]:
            self.steps.append(Names(name, ""))
            self._names.pop(name, None)

    def _make_folder(self, call: Call) -> None:
        if name := self._paths(call)[0]:
            self.steps.append(Names("", name))

    def _close(self, call: Call) -> None:
        self._files.pop(call.handle(), None)
        self._places.pop(call.handle(), None)


_HARMLESS = {"lseek", "close", "read"}
_ACTS: dict[str, Callable[[Steps, Call], None]] = {
    "open": Steps._open,
    "openat": Steps._open,
    "creat": Steps._open,
    "write": Steps._write,
    "pwrite64": Steps._write_at,
    "read": Steps._read,
    "lseek": Steps._seek,
    "ftruncate": Steps._cut,
    "fsync": Steps._sync,
    "fdatasync": Steps._sync,
    "rename": Steps._rename,
    "renameat": Steps._rename,
    "renameat2": Steps._rename,
    "unlink": Steps._unlink,
    "unlinkat": Steps._unlink,
    "rmdir": Steps._unlink,
    "mkdir": Steps._make_folder,
    "mkdirat": Steps._make_folder,
    "close": Steps._close,
}
