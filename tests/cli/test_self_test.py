"""A packaged build can tell by itself whether it is whole."""

import base64
import hashlib
import subprocess
import sys
from importlib.metadata import FileHash, PackagePath, PathDistribution
from pathlib import Path

import pytest

from secondop_desktop import parts
from secondop_desktop.cli import dispatch, self_test
from secondop_desktop.cli.whole import carried, coming_in, going_out, lettering, listed, pictures
from secondop_desktop.cli.whole.made_files import MADE
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.text.shaping import ScriptFace
from secondop_desktop.paths import resource
from secondop_desktop.sample import write_sample
from secondop_desktop.sandbox.answers import Answer
from secondop_desktop.sandbox.held_file import HeldFile
from tests.architecture.house import ROOT
from tests.cli.shell import Shell, sentence
from tests.exchange import every_form
from tests.packaging.loading import tool


def test_the_installation_is_whole() -> None:
    command = [sys.executable, "-m", "secondop_desktop", "self-test"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "propagateSizeHints" not in said.stderr
    steps = [f"works: {step}" for step, _done in (self_test.FIRST, *self_test.STEPS)]
    assert said.stdout.splitlines() == steps


def _refusal(shell: Shell) -> str:
    """Return what is said of an installation whose files are all there, and that still fails."""
    said = shell.run("self-test")
    assert (said.code, said.out) == (1, f"works: {self_test.FIRST[0]}\n")
    return said.err


def test_a_step_that_fails_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def fail(journal: Path) -> bool:
        seen.append(journal.exists())
        return False

    monkeypatch.setattr(self_test, "STEPS", (("the roof holds", fail),))
    said = _refusal(shell)
    assert "not whole: the roof holds" in said
    assert seen == [True]


def test_a_part_that_lacks_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_journal: Path) -> bool:
        raise ModuleNotFoundError("no module", name="pikepdf")

    monkeypatch.setattr(self_test, "STEPS", (("the roof holds", lost),))
    assert "not whole: pikepdf is missing. Install it again" in _refusal(shell)


def test_a_part_without_which_no_command_can_be_found_is_named(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_name: str) -> None:
        raise ModuleNotFoundError("no module", name="sqlcipher3._sqlite3")

    monkeypatch.setattr(dispatch, "import_module", lost)
    said = sentence(shell.run("self-test"))
    assert "not whole: sqlcipher3._sqlite3 is missing. Install it again" in said


def test_a_fault_of_a_step_names_the_step_and_no_more(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_journal: Path) -> bool:
        raise ValueError("a name that stands in the journal")

    monkeypatch.setattr(self_test, "STEPS", (("the roof holds", broken),))
    said = _refusal(shell)
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
    monkeypatch.setitem(coming_in.OF_MADE, "scan.dcm", ("record", "another scan"))
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


def test_every_form_that_comes_in_is_among_the_samples() -> None:
    """Pictures of every form have a step of their own, and some forms are packed in others."""
    elsewhere = {".png", ".jpg", ".gif", ".webp", ".avif", ".jp2", ".tiff", ".tsv"}
    wanted = {Path(name).suffix for name in every_form.FORMS} - elsewhere
    assert wanted <= {Path(name).suffix for name in (*coming_in.SAMPLES, *coming_in.OF_MADE)}
    assert set(coming_in.OF_MADE) == set(MADE)


def test_each_carried_sample_is_read() -> None:
    carried_along = {path.name for path in resource("self_test").iterdir()}
    assert carried_along == set(coming_in.SAMPLES)


def test_a_password_that_locks_nothing_is_noticed(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = written.with_name("locked.pdf")
    plain.write_bytes(resource("self_test", "letter.pdf").read_bytes())
    monkeypatch.setattr(going_out, "_comes_back", lambda _archive, _path: True)
    assert not going_out.under_a_password(written)


# What the build wrote down ---------------------------------------------------------------------


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a build leaves it, with its list; this program believes it lives there."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "font.ttf").write_bytes(b"letters")
    (tmp_path / "kinds.json").write_bytes(b"[]")
    list_files = tool("freeze/list_files")
    (tmp_path / listed.LIST).write_text(list_files.listing(tmp_path), "utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return tmp_path


def test_a_whole_folder_is_what_its_list_says(frozen: Path) -> None:
    names = [path.name for path, _sum in listed.of_list(frozen)]
    assert names == ["font.ttf", "kinds.json"]
    assert listed.every_file(frozen)


def test_a_file_that_was_lost_is_named(frozen: Path, shell: Shell) -> None:
    (frozen / "a" / "font.ttf").unlink()
    said = sentence(shell.run("self-test"))
    assert said.endswith("This installation is not whole: font.ttf is missing. Install it again.")


def test_a_file_that_was_harmed_is_named(frozen: Path, shell: Shell) -> None:
    (frozen / "kinds.json").write_bytes(b"[ ]")
    said = sentence(shell.run("self-test"))
    assert said.endswith(
        "This installation is not whole: kinds.json was damaged. Install it again."
    )


def test_what_pip_installed_is_compared_too(monkeypatch: pytest.MonkeyPatch) -> None:
    here = PackagePath("secondop_desktop", "__init__.py")
    here.dist = PathDistribution(ROOT / "nowhere.dist-info")
    told = hashlib.sha256((ROOT / here).read_bytes()).digest()
    here.hash = FileHash(f"sha256={base64.urlsafe_b64encode(told).decode().rstrip('=')}")
    monkeypatch.setattr(PathDistribution, "files", [here, PackagePath("..", "bin", "secondop")])
    assert listed.every_file(ROOT)
    here.hash = FileHash("sha256=" + "A" * 43)
    with pytest.raises(UserError, match=r"__init__\.py was damaged"):
        listed.every_file(ROOT)
