"""The parts that the program is made of are told, with licences whose text is at hand."""

import re
from pathlib import Path

import pytest

from secondop_desktop.parts import PROGRAM, installed, lacking, licence_texts
from secondop_desktop.paths import resource
from tests.architecture.house import ROOT


def test_what_the_lock_installs_here_is_told_with_its_version() -> None:
    lock = (ROOT / "packaging" / "lock" / "run.txt").read_text(encoding="utf-8")
    locked = set(re.findall(r"(?m)^([a-z0-9._-]+)==([^ ;\\]+)", lock))
    told = {(part.name, part.version) for part in installed()}
    assert {"pyside6-essentials", "sqlcipher3", "reportlab"} <= {name for name, _ in told}
    assert {name for name, _ in told} - {name for name, _ in locked} == set()
    assert len(told - locked) <= 1  # one spells its version otherwise in its metadata


def test_each_has_a_licence_and_so_has_what_lies_inside() -> None:
    found = installed()
    inside = [one for part in found for one in part.holds]
    assert [part.name for part in (*found, *inside) if not part.licence] == []
    assert {"Qt", "SQLite", "PDFium"} <= {one.name for one in inside}


def test_the_texts_hold_our_own_and_those_that_parts_only_name() -> None:
    heads = {head: len(text) for head, text in licence_texts([PROGRAM, "not-installed"])}
    assert min(heads.values()) > 5000
    assert set(heads) == {"secondop-desktop: LICENSE", "LGPL-3.0", "GPL-3.0"}


def test_what_an_installation_lacks_is_told_for_what_it_is() -> None:
    with pytest.raises(FileNotFoundError) as lost:
        resource("help", "en", "no-such-topic.md").read_text("utf-8")
    assert "no-such-topic.md is missing. Install it again" in lacking(lost.value)
    assert "reportlab is missing" in lacking(ModuleNotFoundError("x", name="reportlab"))


@pytest.mark.parametrize("problem", [ValueError("x"), FileNotFoundError(2, "x"), OSError(28, "x")])
def test_another_problem_is_not_taken_for_that(problem: Exception) -> None:
    assert lacking(problem) == ""


def test_a_file_of_the_person_is_not_taken_for_a_part(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as lost:
        (tmp_path / "letter.pdf").read_bytes()
    assert lacking(lost.value) == ""
