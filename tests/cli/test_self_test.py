"""A packaged build can tell by itself whether it is whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop import parts
from secondop_desktop.cli import self_test
from secondop_desktop.cli.whole import carried, coming_in, lettering, pictures
from secondop_desktop.exchange.pdf.text.shaping import ScriptFace
from secondop_desktop.sample import write_sample
from secondop_desktop.sandbox.answers import Answer
from secondop_desktop.sandbox.held_file import HeldFile
from tests.architecture.house import ROOT
from tests.cli.shell import Shell, sentence


def test_the_installation_is_whole() -> None:
    command = [sys.executable, "-m", "secondop_desktop", "self-test"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "propagateSizeHints" not in said.stderr
    steps = [f"works: {step}" for step, _done in self_test.STEPS]
    assert said.stdout.splitlines() == steps


def test_a_step_that_fails_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def fail(journal: Path) -> bool:
        seen.append(journal.exists())
        return False

    monkeypatch.setattr(self_test, "STEPS", (("the roof holds", fail),))
    said = sentence(shell.run("self-test"))
    assert "not whole: the roof holds" in said
    assert seen == [True]


def test_a_part_that_lacks_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_journal: Path) -> bool:
        raise ModuleNotFoundError("no module", name="pikepdf")

    monkeypatch.setattr(self_test, "STEPS", (("the roof holds", lost),))
    assert "not whole: pikepdf is missing. Install it again" in sentence(shell.run("self-test"))


def test_a_fault_of_a_step_names_the_step_and_no_more(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_journal: Path) -> bool:
        raise ValueError("a name that stands in the journal")

    monkeypatch.setattr(self_test, "STEPS", (("the roof holds", broken),))
    said = sentence(shell.run("self-test"))
    assert "not whole: the roof holds (ValueError). Install it again." in said
    assert "a name" not in said


# Each step can fail ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal, for steps that do not change it."""
    path = tmp_path_factory.mktemp("whole") / "sample.secondop"
    write_sample(path, scale=1)
    return path


def test_a_format_that_no_longer_comes_in_is_noticed(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(coming_in._OF_MADE, "scan.dcm", ("record", "another scan"))
    assert not coming_in.every_format(written)


def test_a_font_without_its_letters_is_noticed(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ScriptFace, "draws", lambda face, _word: face.script.tag != "Thai")
    assert not lettering.every_script(written)


def test_lost_licences_are_noticed(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_info_folder", lambda _name: None)
    assert not carried.licences(written)


def test_a_photo_of_one_colour_is_noticed(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HeldFile, "ask", lambda *_args, **_told: Answer({}, bytes(64)))
    assert not pictures.photos_of_telephones(written)
    assert not pictures.every_form(written)
