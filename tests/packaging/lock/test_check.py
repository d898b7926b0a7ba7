"""The lock and pyproject.toml are held together without asking the network."""

from typing import Any

import pytest

from tests.architecture.house import ROOT
from tests.packaging.loading import tool

check = tool("lock/check")

SUM = "\\\n    --hash=sha256:" + "0" * 64
OURS = "\n    # via secondop-desktop (pyproject.toml)"
RUN = f"""\
icons==2.4 {SUM}{OURS}
joiner==1.8 ; sys_platform == 'darwin' {SUM}{OURS}
joiner==2.1 ; sys_platform != 'darwin' {SUM}{OURS}
maker==3.0 {SUM}{OURS}
paint==9.1 {SUM}
    # via icons
"""
DEV = RUN + f"prober==5.0.post1 {SUM}{OURS}\n"
UV = f"uv==0.13.9 {SUM}\n    # via secondop-desktop (pyproject.toml:lock)\n"


def _pyproject() -> dict[str, Any]:
    parts = [
        "icons>=2",
        "joiner<2; sys_platform == 'darwin'",
        "joiner>=2; sys_platform != 'darwin'",
    ]
    extras = {"build": ["maker"], "dev": ["secondop-desktop[build]", "Prober>=5"]}
    return {
        "build-system": {"requires": ["maker"]},
        "project": {
            "name": "secondop-desktop",
            "dependencies": parts,
            "optional-dependencies": extras,
        },
        "dependency-groups": {"lock": ["uv>=0.13"]},
    }


def _told(pyproject: dict[str, Any], **locks: str) -> list[str]:
    return list(check.problems(pyproject, {"run": RUN, "dev": DEV, "uv": UV} | locks))


def test_lock_that_fits_is_quiet() -> None:
    assert _told(_pyproject()) == []


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        ("icons>=3", "icons>=3"),
        ("icons<2.4", "icons<2.4"),
        ("glue>=1", "glue>=1"),
        ("paint>=10", "paint>=10"),
    ],
)
def test_a_new_or_higher_wish_is_told_for_both_locks(wanted: str, named: str) -> None:
    pyproject = _pyproject()
    pyproject["project"]["dependencies"].append(wanted)
    assert _told(pyproject) == [
        f"packaging/lock/{name}.txt does not hold {named}, which pyproject.toml asks for; "
        "run make lock."
        for name in ("run", "dev")
    ]


def test_a_part_that_lacks_on_one_system_only_is_told() -> None:
    [told] = _told(_pyproject(), uv=UV.replace(" \\", " ; platform_machine != 'ARM64' \\", 1))
    assert told.startswith("packaging/lock/uv.txt does not hold uv>=0.13")


def test_two_versions_for_one_system_are_told() -> None:
    [told] = _told(_pyproject(), run=RUN.replace(" ; sys_platform != 'darwin'", ""))
    assert "run.txt does not hold joiner<2" in told


def test_a_part_no_longer_asked_for_is_told() -> None:
    pyproject = _pyproject()
    pyproject["project"]["optional-dependencies"]["dev"].pop()
    assert _told(pyproject) == [
        "packaging/lock/dev.txt still holds prober for pyproject.toml, which no longer asks for it;"
        " run make lock."
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        (f"paint==9.1 {SUM}", "paint==9.1", "packaging/lock/run.txt: paint==9.1 has no checksum"),
        ("paint==9.1", "paint>=9.1", "packaging/lock/run.txt: paint>=9.1 is not one exact version"),
        ("icons==2.4", "--index-url https://a.example\nicons==2.4", "names a place to fetch from"),
    ],
)
def test_what_would_let_another_file_in_is_told(right: str, wrong: str, why: str) -> None:
    assert right in RUN
    [told] = _told(_pyproject(), run=RUN.replace(right, wrong))
    assert why in told
    assert told.endswith("; run make lock.")


def test_both_lists_of_what_builds_are_the_same() -> None:
    pyproject = _pyproject()
    pyproject["build-system"]["requires"] = ["maker>=2"]
    [told] = _told(pyproject)
    assert "build-system" in told


def test_another_version_than_the_locks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"icons": "2.4.0", "joiner": "2.1", "maker": "2.9", "paint": "9.1"}
    monkeypatch.setattr(check, "version", installed.__getitem__)
    monkeypatch.setattr(check, "PackageNotFoundError", KeyError)
    assert list(check.strangers(DEV)) == [
        ".venv has 2.9 of maker, and the lock 3.0; remove .venv and start again.",
        ".venv has no version of prober, and the lock 5.0.post1; remove .venv and start again.",
    ]


def test_locks_of_this_program_name_every_file_by_its_checksum_and_no_place() -> None:
    for name in ("run", "dev", "uv"):
        text = (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8")
        assert check.pins(text)
        assert [word for word in text.split() if "//" in word or word.startswith("--i")] == []
