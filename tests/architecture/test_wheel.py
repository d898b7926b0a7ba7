"""A wheel carries everything that the program reads at run time."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.house import ROOT, committed, name


def _built(source: Path, folder: Path) -> Path:
    """Build a wheel from a folder of sources."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[str]:
    """List what is in the wheel."""
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def _inside(path: Path) -> str:
    return (Path("secondop_desktop") / path.relative_to(ROOT)).as_posix()


def test_wheel_holds_every_resource(contents: set[str]) -> None:
    resources = {_inside(path) for path in committed("resources/*")}
    assert resources
    assert resources - contents == set()


def test_wheel_holds_every_translation_compiled(contents: set[str]) -> None:
    translations = {path.with_suffix(".mo") for path in committed("resources/*.po")}
    assert {_inside(path) for path in translations} - contents == set()


def test_wheel_holds_the_program_and_not_its_tests(contents: set[str]) -> None:
    rooms = {name(path) for path in committed("secondop_desktop/*")}
    assert rooms - contents == set()
    assert [file for file in contents if file.startswith(("tests/", "packaging/"))] == []


def test_a_wheel_built_elsewhere_and_later_is_the_same_to_the_bit(
    wheel: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "another place"
    made = (".git", ".venv", "build", "dist", ".*_cache", ".hypothesis", "__pycache__", "*.mo")
    shutil.copytree(
        ROOT, elsewhere, ignore=shutil.ignore_patterns(*made), copy_function=shutil.copy
    )
    assert _built(elsewhere, tmp_path / "wheel").read_bytes() == wheel.read_bytes()


def test_what_is_not_committed_stays_out_wherever_the_folder_lies() -> None:
    """Hatchling goes by .gitignore, but not in a folder whose own path fits one of its lines."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert told["exclude"] == (ROOT / ".gitignore").read_text("utf-8").split()
