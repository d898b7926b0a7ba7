"""Without the libraries that Qt needs of the system, one sentence names them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop.cli import qt_libraries
from secondop_desktop.errors import UserError
from tests.architecture.house import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the libraries are of Linux")


def _opened(folder: Path, *unusable: str, platform: str) -> subprocess.CompletedProcess[str]:
    """Open the window where the system's loader finds files that are no libraries."""
    for file in unusable:
        (folder / file).touch()
    around = {"LD_LIBRARY_PATH": str(folder), "QT_QPA_PLATFORM": platform, "DISPLAY": ":99"}
    command = [sys.executable, "-m", "secondop_desktop"]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | around, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("platform", "unusable"),
    [
        ("offscreen", {"libEGL.so.1": "libegl1"}),
        ("offscreen", {"libGL.so.1": "libgl1", "libfontconfig.so.1": "libfontconfig1"}),
        ("xcb", {"libEGL.so.1": "libegl1", "libxcb-cursor.so.0": "libxcb-cursor0"}),
        ("xcb", {"libxcb-icccm.so.4": "libxcb-icccm4"}),
    ],
)
def test_what_lacks_is_named_in_one_sentence(
    tmp_path: Path, platform: str, unusable: dict[str, str]
) -> None:
    ended = _opened(tmp_path, *unusable, platform=platform)
    assert ended.returncode == 1
    [sentence] = ended.stderr.splitlines()
    assert sentence.startswith("secondop: The window needs parts of the system")
    assert [file for file in unusable if file not in sentence] == []
    assert [one for one in unusable.values() if f" {one}" not in sentence] == []
    assert "Traceback" not in ended.stderr


def test_a_library_that_is_not_in_the_list_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_libraries, "_is_here", lambda _library: True)
    problem = ImportError("/opt/lib/libz.so.1: cannot open shared object file")
    told = str(qt_libraries.why_not_imported(problem))
    assert "(libz.so.1)" in told
    assert "with the tool of your system" in told


def test_another_fault_of_importing_stays_one() -> None:
    assert qt_libraries.why_not_imported(ImportError("No module named 'PySide6'")) is None


def test_where_there_is_no_apt_the_command_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _tool: None)
    told = str(qt_libraries.lacks(qt_libraries.listed()[:1]))
    assert "libGL.so.1" in told
    assert "apt-get" not in told


@pytest.mark.parametrize(
    ("platform", "wayland", "needed"),
    [("", "", True), ("", "wayland-0", False), ("offscreen", "", False), ("xcb", "w", True)],
)
def test_only_x11_needs_the_libraries_of_a_window(
    monkeypatch: pytest.MonkeyPatch, platform: str, wayland: str, needed: bool
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    monkeypatch.setattr(qt_libraries, "_is_here", lambda library: library.part != "window")
    if needed:
        with pytest.raises(UserError, match=r"libxcb-cursor\.so\.0"):
            qt_libraries.need_window_libraries()
    else:
        qt_libraries.need_window_libraries()
