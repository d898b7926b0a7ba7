"""A release is stopped by what would be regretted."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from secondop_desktop import RELEASED, __version__
from secondop_desktop.journal.storage.schema import NEWEST
from tests.architecture.house import ROOT
from tests.packaging.loading import tool

release = tool("release")
_DAY = date.fromisoformat(RELEASED)
_PROJECT = f'[project]\nversion = "{__version__}"\n'
_CHANGES = f"# Changes\n\n## {__version__} ({_DAY.day} {_DAY:%B %Y})\n"
_STORED = [f"schema-{number}.secondop" for number in range(1, NEWEST + 1)]


def test_version_and_day_stand_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    assert list(release.of_version(pyproject, changelog, [])) == []


@pytest.mark.parametrize(
    ("pyproject", "changelog", "tags", "said"),
    [
        ('[project]\nversion = "9.9"\n', _CHANGES, [], "pyproject.toml says 9.9"),
        (_PROJECT, "# Changes\n\n## 9.9 (1 May 2026)\n", [], "does not begin with"),
        (_PROJECT, f"## {__version__} (not released yet)\n", [], "does not begin with"),
        (_PROJECT, _CHANGES, ["v0.0.1", f"v{__version__}"], "was released before"),
    ],
)
def test_what_disagrees_is_said(pyproject: str, changelog: str, tags: list[str], said: str) -> None:
    [problem] = release.of_version(pyproject, changelog, tags)
    assert said in problem


def test_a_journal_of_each_schema_is_kept() -> None:
    assert list(release.of_schema(_STORED)) == []
    [lost] = release.of_schema(_STORED[:-1])
    assert f"no journal of schema {NEWEST}" in lost
    [later] = release.of_schema(_STORED, "99.0.0")
    assert "later than" in later


def test_an_old_lock_is_looked_through_first() -> None:
    assert list(release.of_lock(date(2026, 10, 15), date(2026, 11, 30))) == []
    [old] = release.of_lock(date(2026, 7, 1), date(2026, 11, 30))
    assert "152 days ago" in old


def test_what_the_publisher_left_open_is_said() -> None:
    told = "MAINTAINER='A <a@example.org>'\nPICTURES='https://b.example/p'\nHOMEPAGE=''\n"
    first, second = release.of_addresses(told)
    assert "MAINTAINER is to be filled in" in first
    assert "HOMEPAGE is to be filled in" in second


def test_addresses_stand_in_one_file_of_the_packages() -> None:
    packaging = ROOT / "packaging"
    own = {packaging / "publisher.sh", packaging / "release.py"}
    texts = {
        place: place.read_bytes()
        for place in packaging.rglob("*")
        if place.is_file() and place.suffix != ".pyc"
    }
    assert [place for place in texts.keys() - own if b"example.org" in texts[place]] == []
    assert b"example.org" in texts[packaging / "publisher.sh"]


def test_sums_name_what_was_built_of_this_version(tmp_path: Path) -> None:
    for name in (f"secondop_{__version__}_amd64.deb", "secondop_0.0.9_amd64.deb", "SHA256SUMS"):
        (tmp_path / name).write_bytes(b"x")
    of_x = hashlib.sha256(b"x").hexdigest()
    assert release.sums(tmp_path) == f"{of_x}  secondop_{__version__}_amd64.deb\n"
