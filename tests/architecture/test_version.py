"""One version, said in three places."""

import re
import tomllib

from secondop_desktop import __version__
from tests.architecture.house import ROOT


def test_package_metadata_has_the_version_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


def test_changelog_begins_with_the_version_of_the_program() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\S+)", text, flags=re.MULTILINE)
    assert versions[0] == __version__
