"""This device's settings, each declared once; the file holds no health data."""

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from secondop_desktop.lang import N_
from secondop_desktop.paths import settings_file

SCHEMES = (
    ("system", N_("As on this computer")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("high-contrast", N_("High contrast")),
)


@dataclass(frozen=True)
class Settings:
    """What a person chose on this device; the defaults are those of a new one."""

    text_percent: int = 100
    scheme: str = "system"
    language: str = "en"
    last_journal: str = ""


def load(path: Path | None = None) -> Settings:
    """Read the settings; what is missing, unknown or unreadable is as on a new device."""
    try:
        found = json.loads((path or settings_file()).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    known = {field.name: type(field.default) for field in fields(Settings)}
    good: dict[str, Any] = {
        name: value
        for name, value in (found.items() if isinstance(found, dict) else ())
        if name in known and type(value) is known[name]
    }
    return replace(Settings(), **good)


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings as a whole; a device that cannot keep them goes on without."""
    target = path or settings_file()
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
        Path(fresh).replace(target)
