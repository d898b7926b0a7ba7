"""Where things lie: in a checkout, in a wheel, in a frozen build, and the user's folders."""

import sys
from pathlib import Path

import pytest

from secondop_desktop import paths, resource_files

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is installed in an empty folder, without any resources."""
    folder = tmp_path / "site" / "secondop_desktop"
    folder.mkdir(parents=True)
    monkeypatch.setattr(resource_files, "__file__", str(folder / "resource_files.py"))
    return folder


def test_checkout_reads_its_resources_where_they_lie() -> None:
    assert paths.resource("locale", "secondop.pot") == ROOT / "resources/locale/secondop.pot"


def test_wheel_carries_its_resources_in_the_package(package: Path) -> None:
    (package / "resources").mkdir()
    assert paths.resource("icons", "bin.svg") == package / "resources" / "icons" / "bin.svg"


def test_package_wins_over_a_folder_beside_it(package: Path) -> None:
    (package / "resources").mkdir()
    (package.parent / "resources").mkdir()
    assert paths.resource() == package / "resources"


def test_frozen_build_unpacks_its_resources(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = tmp_path / "unpacked"
    folder = unpacked / "secondop_desktop" / "resources"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(unpacked), raising=False)
    assert paths.resource("icons") == folder / "icons"


@pytest.mark.usefixtures("package")
def test_program_without_resources_is_a_packaging_fault() -> None:
    with pytest.raises(FileNotFoundError, match="resources"):
        paths.resource("icons")


def test_folders_of_the_user_lie_in_the_home_of_the_tests() -> None:
    home = Path.home()
    for path in (paths.settings_file(), paths.documents_folder()):
        assert path.is_relative_to(home)
    assert home.name.startswith("secondop-tests-")


def test_settings_lie_in_a_folder_of_ours() -> None:
    settings = paths.settings_file()
    assert settings.name == "settings.json"
    assert "Secondop" in settings.parts


@pytest.mark.skipif(sys.platform != "linux", reason="only there do variables name the folders")
def test_asking_where_settings_lie_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert paths.settings_file() == tmp_path / "Secondop" / "settings.json"
    assert list(tmp_path.iterdir()) == []
