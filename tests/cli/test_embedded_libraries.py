"""The libraries inside the parts we stand on are the ones listed."""

import sys
from importlib.metadata import version

import pytest

from secondop_desktop.cli import embedded_libraries, self_test
from secondop_desktop.parts import embedded
from tests.architecture.house import ROOT
from tests.cli.shell import Shell
from tests.packaging.loading import tool

_HOLDING = {name: part for name, part in embedded().items() if "holds" in part}


def test_every_library_that_can_be_asked_is_the_one_listed() -> None:
    assert list(embedded_libraries.strangers()) == []


def test_each_says_a_version() -> None:
    ways = [one["asked"] for part in _HOLDING.values() for one in part["holds"] if "asked" in one]
    assert {"sqlite", "openssl", "qt", "pdfium", "qpdf", "libheif", "harfbuzz"} <= set(ways)
    assert [way for way in ways if not embedded_libraries.asked(way)[0].isdigit()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="the list is of the files for Linux")
def test_another_version_inside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = version("pikepdf")
    holds = [{"name": "qpdf", "licence": "Apache-2.0", "version": "1.2", "asked": "qpdf"}]
    part = {"version": installed, "licence": "MPL-2.0", "holds": holds}
    monkeypatch.setattr(embedded_libraries, "embedded", lambda: {"pikepdf": part})
    assert list(embedded_libraries.strangers()) == [
        ("qpdf", embedded_libraries.asked("qpdf"), "1.2")
    ]
    monkeypatch.setattr(
        embedded_libraries, "embedded", lambda: {"pikepdf": part | {"version": "0.1"}}
    )
    assert list(embedded_libraries.strangers()) == []


def test_the_list_is_of_the_versions_that_are_locked() -> None:
    lock = (ROOT / "packaging" / "lock" / "run.txt").read_text(encoding="utf-8")
    locked = set(tool("licences").pins(lock))
    told = {(name, part["version"]) for name, part in _HOLDING.items()}
    assert told - locked == set(), "look into the new files, and renew resources/embedded.json"


def test_the_check_of_an_installation_names_what_is_another(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "strangers", lambda: [("OpenSSL", "3.0.1", "3.6.0")])
    ended = shell.run("self-test")
    assert ended.code == 1
    assert "This installation holds OpenSSL 3.0.1, and was tested with 3.6.0." in ended.err
