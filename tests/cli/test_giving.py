"""Who got what was written: noted if the command line says so, and only then."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def doctor(shell: Shell) -> str:
    shell.add("medicine", "name=Nicorandil")
    return shell.add("provider", "name=Dr Sefton Quayle")


@pytest.mark.parametrize("ending", ["pdf", "json", "csv", "xlsx", "zip"])
def test_each_format_can_be_noted_as_given(
    shell: Shell, doctor: str, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"out.{ending}"
    shell("export", "--to", target)
    assert shell.json("list", "told") == []
    said = shell("export", "--to", target, "--given", "quayle")
    assert any(line.startswith("Written down: given to Dr Sefton Quayle") for line in said.lines)
    (told,) = shell.json("list", "told")
    assert told["provider"] == doctor
    assert f"out.{ending}" in told["what"]
    shell("undo")
    assert shell.json("list", "told") == []


def test_a_pack_for_a_doctor_is_noted_with_its_records(
    shell: Shell, doctor: str, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Dr Quayle", "utf-8")
    record = shell.run("attach", shell.journal, tmp_path / "letter.txt").out.strip()
    target = tmp_path / "pack.pdf"
    shell("export", "--to", target, "--format", "pack")
    assert shell.json("list", "told") == []
    for how in ("--for", "--given"):
        shell("export", "--to", target, "--format", "pack", how, "Dr Sefton Quayle")
        (told,) = shell.json("list", "told")  # the same pack on the same day is noted once
        assert (told["provider"], told["records"]) == (doctor, [record])


def test_nobody_of_that_name_writes_nothing(shell: Shell, doctor: str, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert "Nobody in the journal" in shell.refused("export", "--to", target, "--given", "Foxley")
    assert "is not written down" in shell.refused("export", "--to", target, "--given", "gp")
    assert not target.exists()
    assert doctor
