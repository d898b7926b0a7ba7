"""Reads what strace saw of one process as steps that change a disk."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any, ClassVar

from tests.faults.child import Child
from tests.faults.works.work import Work

_CALLS = (
    "open,openat,creat,read,write,pwrite64,pwritev,lseek,ftruncate,truncate,fallocate,rename,"
    "renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,"
    "fsync,fdatasync,sync_file_range,sendfile,copy_file_range,close"
)
THERE = which("strace") is not None


@dataclass(frozen=True)
class Call:
    """One system call that succeeded: its name, its arguments as strace prints them, its result."""

    name: str
    arguments: str
    result: str

    _TEXT: ClassVar = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
    _HANDLE: ClassVar = re.compile(r"^(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>")

    def texts(self) -> list[bytes]:
        """Return the strings among the arguments."""
        return [_plain(found) for found in self._TEXT.findall(self.arguments)]

    def handle(self) -> int:
        """Return the number of the handle that stands first."""
        found = re.match(r"\d+", self.arguments)
        return int(found[0]) if found else -1

    def where(self) -> bytes:
        """Return what strace says the first handle leads to."""
        found = self._HANDLE.match(self.arguments)
        return _plain(found[1]) if found else b""

    def number(self) -> int:
        """Return the result as a number."""
        return int(re.match(r"-?\d+", self.result)[0])  # type: ignore[index]

    def last(self) -> int:
        """Return the last argument as a number."""
        return int(self.arguments.rsplit(",", 1)[-1], 0)


def _plain(printed: str) -> bytes:
    return bytes.fromhex(printed.replace("\\x", ""))


def watched(work: Work, folder: Path, seen: Path, *options: str) -> list[str]:
    """Do a work in a child that strace follows; return what the child told."""
    child = Child(work, folder)
    command = ["strace", "-f", "-o", str(seen), *options, "-p", str(child.process.pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        line = strace.stderr.readline()
        assert "attached" in line, line
        child.go()
        told = child.ended()
        strace.communicate()
    return told


def recorded(work: Work, folder: Path, seen: Path) -> tuple[list[str], list[Call]]:
    """Do a work once; return what it told, and every call that could change a disk."""
    whole = ("-y", "-xx", "-s", "100000000", f"--trace={_CALLS}")
    told = watched(work, folder, seen, *whole)
    return told, list(_calls(seen))


_LINE = re.compile(r"^(\d+) +(.*)$")
_WHOLE = re.compile(r"^(\w+)\((.*)\) += (-?\w+.*)$")


def _calls(seen: Path) -> Iterator[Call]:
    begun: dict[str, str] = {}
    for line in seen.read_text("ascii", "replace").splitlines():
        found: Any = _LINE.match(line)
        if not found:
            continue
        process, text = found.groups()
        if text.endswith("<unfinished ...>"):
            begun[process] = text.removesuffix(" <unfinished ...>").removesuffix("<unfinished ...>")
            continue
        if text.startswith("<... "):
            text = begun.pop(process, "") + text.partition("resumed>")[2]
        call = _WHOLE.match(text)
        if call and not call[3].startswith("-1"):
            yield Call(*call.groups())
