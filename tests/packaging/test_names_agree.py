"""One name for the program, one type for its files, on every system."""

import json
import plistlib
import re
from pathlib import Path
from typing import Any

from secondop_desktop.window.application import DESKTOP_FILE
from tests.architecture.house import ROOT

PACKAGING = ROOT / "packaging"
TYPE, ENDING = "application/vnd.secondop.journal", "secondop"


def _plist(name: str) -> dict[str, Any]:
    found: dict[str, Any] = plistlib.loads((PACKAGING / "macos" / name).read_bytes())
    return found


def _defined(script: str) -> dict[str, str]:
    return dict(re.findall(r'(?m)^!define (\w+) "(.*)"', script))


def test_macos_knows_journals_by_their_type_and_ending() -> None:
    told = _plist("Info.plist")
    assert told["CFBundleIdentifier"] == DESKTOP_FILE
    [opens], [owns] = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert opens["LSItemContentTypes"] == [owns["UTTypeIdentifier"]]
    assert owns["UTTypeTagSpecification"] == {
        "public.filename-extension": [ENDING],
        "public.mime-type": [TYPE],
    }


def test_the_app_for_macos_may_not_reach_the_network() -> None:
    assert [one for one in _plist("entitlements.plist") if "network" in one] == []


def test_windows_knows_journals_by_their_type_and_ending() -> None:
    script = (PACKAGING / "windows" / "secondop.nsi").read_text("utf-8")
    told = _defined(script)
    assert (told["ID"], told["TYPE"]) == (DESKTOP_FILE, TYPE)
    classes = set(re.findall(r'Software\\Classes\\(\.\w+)"', script))
    assert classes == {f".{ENDING}"}
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script


def test_the_flatpak_has_no_network_and_no_home() -> None:
    place = PACKAGING / "flatpak" / f"{DESKTOP_FILE}.json"
    manifest = json.loads(place.read_text("utf-8"))
    assert manifest["id"] == DESKTOP_FILE
    allowed = set(manifest["finish-args"])
    assert allowed == {
        "--socket=wayland",
        "--socket=fallback-x11",
        "--share=ipc",
        "--device=dri",
        "--socket=cups",
    }
    installed = " ".join(manifest["modules"][0]["build-commands"])
    for name in (place.stem for place in (PACKAGING / "linux" / "share").iterdir()):
        assert f"share/{name}" in installed


def test_every_system_names_the_same_program() -> None:
    linux = (PACKAGING / "linux" / "share" / f"{DESKTOP_FILE}.desktop").read_text("utf-8")
    assert f"MimeType={TYPE};" in linux
    for place in _scripts():
        ids = set(re.findall(r"\borg\.secondop\.[A-Z]\w*", place.read_text("utf-8")))
        assert ids <= {DESKTOP_FILE}, place
        types = set(re.findall(r"application/vnd\.secondop[\w.-]*", place.read_text("utf-8")))
        assert types <= {TYPE}, place


def test_scripts_name_only_files_that_are_there() -> None:
    named = re.compile(r"(?<![\w/$@-])(?:packaging|resources|secondop_desktop|docs)/[\w./-]*\w")
    made = ("secondop_desktop/resources", "packaging/lock/NAME.txt")
    lost = [
        (place.name, path)
        for place in [*_scripts(), ROOT / "Makefile"]
        for path in named.findall(place.read_text("utf-8"))
        if not (ROOT / path).exists() and not any(path.startswith(one) for one in made)
    ]
    assert lost == []


def test_the_workflow_asks_for_what_the_makefile_knows() -> None:
    workflow = (ROOT / ".github" / "workflows" / "packages.yml").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    asked = set(re.findall(r"run: make ([\w-]+)", workflow))
    assert asked >= {"test", "deb", "portable"}
    assert asked <= set(re.findall(r"(?m)^([\w-]+):", makefile))
    jobs = set(re.findall(r"(?m)^  ([\w-]+):$", workflow.partition("\njobs:\n")[2]))
    [needed] = re.findall(r"needs: \[(.+)\]", workflow)
    assert jobs - {"said"} == set(needed.split(", "))
    assert "Not run here:" in workflow


def _scripts() -> list[Path]:
    """Return what builds packages and says what they are."""
    endings = {".sh", ".spec", ".nsi", ".ps1", ".plist", ".json", ".xml", ".desktop", ".yml"}
    places = [*PACKAGING.rglob("*"), *(ROOT / ".github").rglob("*")]
    return [place for place in places if place.suffix in endings]
