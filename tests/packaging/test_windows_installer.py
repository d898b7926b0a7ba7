"""The installer for Windows is built of its script, and takes away nothing but what it brought."""

import re
import shutil
import subprocess
from pathlib import Path, PureWindowsPath

import pytest

from tests.architecture.house import ROOT
from tests.packaging.loading import tool


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """A small program as PyInstaller leaves one."""
    folder = tmp_path / "secondop"
    for name in ("secondop.exe", "secondop-window.exe", "_internal/a/b.dll", "_internal/$c.pyd"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"MZ")
    return folder


def test_each_file_goes_by_name_and_each_folder_only_when_it_is_empty(payload: Path) -> None:
    lines = list(tool("windows/files").deletions(payload))
    assert lines[0] == "!macro DeleteInstalled"
    assert lines[-1] == "!macroend"
    deleted = re.findall(r'Delete "\$INSTDIR\\(.+)"', "\n".join(lines))
    assert set(deleted) == {
        "secondop.exe",
        "secondop-window.exe",
        r"_internal\a\b.dll",
        r"_internal\$$c.pyd",
    }
    folders = re.findall(r'RMDir "\$INSTDIR\\(.+)"', "\n".join(lines))
    assert folders == [r"_internal\a", "_internal"]
    assert all(PureWindowsPath(name).parts for name in folders)


def test_no_folder_is_taken_away_with_what_lies_in_it() -> None:
    script = (ROOT / "packaging" / "windows" / "secondop.nsi").read_text("utf-8")
    assert "RMDir /r" not in script
    assert ".secondop" not in re.findall(r'Delete "(.+)"', script)


@pytest.mark.skipif(not shutil.which("makensis"), reason="NSIS is not installed")
def test_makensis_builds_it(payload: Path, tmp_path: Path) -> None:
    files, out = tmp_path / "files.nsh", tmp_path / "secondop-setup.exe"
    files.write_text("\n".join(tool("windows/files").deletions(payload)), "utf-8-sig")
    icon = tmp_path / "secondop.ico"
    _icon(icon)
    told = {
        "VERSION": "0.1.0",
        "PAYLOAD": payload,
        "FILES": files,
        "ICON": icon,
        "LICENCE": ROOT / "LICENSE",
        "OUT": out,
    }
    words = [f"-D{name}={value}" for name, value in told.items()]
    script = ROOT / "packaging" / "windows" / "secondop.nsi"
    made = subprocess.run(
        ["makensis", "-V2", "-WX", *words, str(script)], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stdout + made.stderr
    assert out.read_bytes()[:2] == b"MZ"


def _icon(place: Path) -> None:
    from PIL import Image

    Image.new("RGBA", (32, 32), "teal").save(place)
