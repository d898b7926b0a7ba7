"""A wheel carries everything that the program reads at run time."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.house import ROOT, committed, name


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build a wheel and list what is in it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
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
