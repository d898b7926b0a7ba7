"""What must not be committed: where packages came from, and where the program was built."""

from pathlib import Path

import pytest

from tests.architecture.house import ROOT, committed, name

# Put together here, so that this file does not hold them itself.
_HOSTS = ["pypi." + "org", "python" + "hosted", "npm" + "js.", "debian." + "org", "crates." + "io"]
_PLACES = ["/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/", "." + "library", "/opt/" + "wheels"]


@pytest.mark.parametrize("word", [*_HOSTS, *_PLACES])
def test_no_file_names_it(word: str) -> None:
    wanted = word.encode()
    assert [name(path) for path in committed() if wanted in path.read_bytes()] == []


def test_no_lock_file_is_committed() -> None:
    locks = ["*.lock", "*requirements*.txt", "pip.conf", "package-lock.json"]
    assert [name(path) for path in committed(*locks)] == []


def test_no_link_leads_out_of_the_checkout() -> None:
    links = [path for path in committed() if path.is_symlink()]
    assert [path for path in links if not _inside(path)] == []


def _inside(path: Path) -> bool:
    return path.resolve().is_relative_to(ROOT)
