"""Say what stands in the way of a release: ``release.py`` prints a sentence for each, and fails.

release.py         checks version, day, changelog, stored journals, the lock's age, the folder
release.py --sums  writes dist/SHA256SUMS of what was built
"""

import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from secondop_desktop import RELEASED, __version__
from secondop_desktop.journal.storage.migrations import OPENED_SINCE
from secondop_desktop.journal.storage.schema import NEWEST

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
OLDEST_LOCK = timedelta(days=60)
"""Parts get mended; what was locked longer ago is looked through before it is given out."""
_HEADING = re.compile(r"(?m)^## (\S+) \((.+)\)$")
_FILLED_IN = re.compile(r"(?m)^([A-Z]+)='(.*)'$")
_SUMS = "SHA256SUMS"


def of_version(pyproject: str, changelog: str, tags: list[str]) -> Iterator[str]:
    """Compare the version wherever it stands, and the day; no version is given out twice."""
    project = tomllib.loads(pyproject)["project"]["version"]
    if project != __version__:
        yield f"pyproject.toml says {project}, secondop_desktop/__init__.py {__version__}."
    day = date.fromisoformat(RELEASED)
    said = f"{day.day} {day:%B %Y}"
    newest = _HEADING.search(changelog)
    if newest is None or newest.groups() != (__version__, said):
        yield f"CHANGELOG.md does not begin with “## {__version__} ({said})”."
    if f"v{__version__}" in tags:
        yield f"Version {__version__} was released before: there is a tag v{__version__}."


def of_schema(stored: list[str], first: str = OPENED_SINCE) -> Iterator[str]:
    """See that a journal of each schema is kept for later versions, and which version reads it."""
    for number in range(1, NEWEST + 1):
        if f"schema-{number}.secondop" not in stored:
            yield (
                f"tests/stored/ holds no journal of schema {number}: "
                "run python -m tests.stored.make."
            )
    if _order(first) > _order(__version__):
        yield f"Journals would say that they need {first}, which is later than {__version__}."


def _order(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def of_lock(locked_on: date, today: date) -> Iterator[str]:
    """See that the lock was made not long ago."""
    if today - locked_on > OLDEST_LOCK:
        days = (today - locked_on).days
        yield f"The lock was made {days} days ago: run make lock-upgrade, and the tests."


def of_addresses(publisher: str) -> Iterator[str]:
    """Name what whoever publishes has not filled in: examples, and what is empty."""
    for name, told in _FILLED_IN.findall(publisher):
        if not told or "example.org" in told:
            yield f"packaging/publisher.sh: {name} is to be filled in by whoever publishes."


def reminders() -> list[str]:
    """Return what is to be put in before the packages are given out, and stops no build."""
    return list(of_addresses((ROOT / "packaging" / "publisher.sh").read_text("utf-8")))


def problems() -> list[str]:
    """Return everything that stands in the way, a sentence each."""
    read = {name: (ROOT / name).read_text("utf-8") for name in ("pyproject.toml", "CHANGELOG.md")}
    stored = [path.name for path in (ROOT / "tests" / "stored").glob("*.secondop")]
    locked = date.fromisoformat(_git("log", "-1", "--format=%cs", "--", "packaging/lock/run.txt"))
    newest = date.fromisoformat(_git("log", "-1", "--format=%cs"))
    found = [
        *of_version(read["pyproject.toml"], read["CHANGELOG.md"], _git("tag").split()),
        *of_schema(stored),
        *of_lock(locked, newest),
    ]
    if changed := _git("status", "--porcelain"):
        found.append(f"This folder is not what was committed: {changed.splitlines()[0].strip()}")
    return found


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def sums(folder: Path) -> str:
    """Return the lines that sha256sum -c reads, of the files of this version, by name."""
    made = sorted(path for path in folder.iterdir() if path.is_file() and path.name != _SUMS)
    return "".join(f"{_sum(path)}  {path.name}\n" for path in made if _is_of_version(path.name))


def _is_of_version(name: str) -> bool:
    return re.search(rf"[-_]{re.escape(__version__)}[-_.]", name) is not None


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(words: list[str]) -> int:
    """Do what is asked; the exit code says whether anything stands in the way."""
    if words == ["--sums"]:
        (DIST / _SUMS).write_text(sums(DIST), encoding="utf-8")
        print((DIST / _SUMS).read_text("utf-8"), end="")
        return 0
    found = problems()
    for said in (*found, *reminders()):
        print(said, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
