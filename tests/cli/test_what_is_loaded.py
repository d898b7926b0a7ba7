"""What a command loads before it answers: its own room, and nothing that others need."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

_LOADED = """
import contextlib, io, re, sys
compile = re.compile
def counting(*told):
    if sys._getframe(1).f_globals["__name__"].startswith("secondop_desktop"):
        compiled.append(told[0])
    return compile(*told)
compiled, re.compile = [], counting
before = set(sys.modules)
from secondop_desktop.__main__ import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
print(code, *sorted(set(sys.modules) - before))
print(len(compiled))
"""
_SLOW_TO_LOAD = {"dataclasses", "inspect", "pathlib", "platformdirs", "sqlalchemy", "typing"}
_OTHER_ROOMS = (
    *("widgets", "window", "summary", "sample", "exchange"),
    *("journal.mending", "journal.protection.unlocking", "journal.sources"),
)


def _loaded(*words: object) -> tuple[set[str], int]:
    """Return the modules that a command loads, and how many expressions of ours it compiles."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    code, *names = done.stdout.split("\n", 1)[0].split()
    assert code == "0", done.stderr
    return set(names), int(done.stdout.split()[-1])


def _ours(names: set[str]) -> set[str]:
    return {name.removeprefix("secondop_desktop.") for name in names if "secondop_desktop." in name}


def _features(ours: set[str]) -> set[str]:
    return {name.split(".")[1] for name in ours if name.startswith("features.")}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["kinds"], ["kinds", "--json"]])
def test_what_tells_of_the_program_loads_no_journal(words: list[str]) -> None:
    names, _compiled = _loaded(*words)
    assert names.isdisjoint(_SLOW_TO_LOAD)
    rooms = {name.partition(".")[0] for name in _ours(names)}
    assert rooms <= {"__main__", "cli", "errors", "lang", "resource_files", "sandbox"}


@pytest.mark.parametrize("words", [["list", "{}", "cost"], ["history", "{}"]])
def test_a_command_loads_its_own_room(journal: Path, words: list[str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "secondop_desktop", "add", journal, "cost", "what=Taxi"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names, compiled = _loaded(*(word.format(journal) for word in words))
    ours = _ours(names)
    assert [name for name in ours if name.startswith(_OTHER_ROOMS)] == []
    commands = {"changes", "entries", "exporting", "importing", "safety", "showing"}
    assert len({f"cli.{room}" for room in commands} & ours) == 1
    assert compiled <= 4, "see secondop_desktop/patterns.py"
    assert _features(ours) <= {"costs", "people"}


def test_an_entry_is_added_without_what_imports(journal: Path) -> None:
    names, _compiled = _loaded("add", journal, "symptom", "what=Cough")
    assert _features(_ours(names)) == {"people", "symptoms"}
    exchange = {name for name in _ours(names) if name.startswith("exchange.")}
    read = {"", ".json_depth", ".strict_json"}
    assert exchange <= {f"exchange.source_files{room}" for room in read}
