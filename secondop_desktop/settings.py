"""This device's settings, each declared once; the file holds no health data."""

import contextlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
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
    recent_journals: tuple[str, ...] = ()
    """The journals open before, the newest first."""
    recent_opened: tuple[str, ...] = ()
    """When each of them was opened, in ISO 8601 and local time, in the same order."""
    window: str = ""
    """Size and place of the window, as Qt writes them, in base 64."""
    lock_after: int = 5
    """Minutes without a key or the mouse that lock a journal with a passphrase; 0 for never."""
    open_at: str = ""
    """The screen that was open last, by ids; see ``window/visits``."""
    left_offers: tuple[str, ...] = ()
    """Offers of Home that were answered with "Not yet", by ids, the newest first."""
    orders: tuple[str, ...] = ()
    """In which order a page lists its entries, where it is not the page's own: ``page=order``."""
    told_shared: tuple[str, ...] = ()
    """Marks of journals of which it was said that other computers reach their folder."""
    table_answers: tuple[str, ...] = ()
    """What was answered about tables, by their headings; see ``incoming/table_memory``."""


def load(path: Path | None = None) -> Settings:
    """Read the settings; what is missing, unknown or unreadable is as on a new device."""
    try:
        found = json.loads((path or settings_file()).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    known = {field.name: type(field.default) for field in fields(Settings)}
    read = {name: _read(value) for name, value in _items(found)}
    good: dict[str, Any] = {
        name: value for name, value in read.items() if type(value) is known.get(name)
    }
    return replace(Settings(), **good)


def _items(found: Any) -> Iterable[tuple[str, Any]]:
    return found.items() if isinstance(found, dict) else ()


def _read(value: Any) -> Any:
    """Return a list of texts as the tuple it was; anything else as it stands."""
    texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return tuple(value) if texts else value


MOST_RECENT = 8


def with_recent(settings: Settings, journal: str, now: datetime) -> Settings:
    """Return the settings after this journal was opened at ``now``, which is local time."""
    others = [(one, when) for one, when in opened_before(settings) if one != journal]
    pairs = [(journal, now.isoformat(timespec="minutes")), *others][:MOST_RECENT]
    return replace(
        settings,
        last_journal=journal,
        recent_journals=tuple(one for one, _when in pairs),
        recent_opened=tuple(when for _one, when in pairs),
    )


def with_hidden(settings: Settings, journal: Path) -> Settings:
    """Return the settings after a journal with a passphrase was opened: without its name.

    Its folder is kept, with a hash of its name by which ``last_opened`` finds it again.
    """
    name = str(journal)
    pairs = [(one, when) for one, when in opened_before(settings) if one != name]
    return replace(
        settings,
        last_journal=str(journal.with_name(_HIDDEN + _hashed(journal.name))),
        recent_journals=tuple(one for one, _when in pairs),
        recent_opened=tuple(when for _one, when in pairs),
    )


def last_opened(settings: Settings) -> Path | None:
    """Return the journal opened last, if there was one; it may be there no longer."""
    if not settings.last_journal:
        return None
    last = Path(settings.last_journal)
    if not last.name.startswith(_HIDDEN):
        return last
    with contextlib.suppress(OSError):
        for one in last.parent.iterdir():
            if _HIDDEN + _hashed(one.name) == last.name:
                return one
    return last


_HIDDEN = "?"


def _hashed(name: str) -> str:
    import hashlib

    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def opened_before(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the journals open before and when, which is empty where it was not kept yet."""
    missing = len(settings.recent_journals) - len(settings.recent_opened)
    times = (*settings.recent_opened, *("" for _at in range(missing)))
    return tuple(zip(settings.recent_journals, times, strict=False))


MOST_LEFT = 50


def with_left_offer(settings: Settings, offer: str) -> Settings:
    """Return the settings after an offer was answered with "Not yet"."""
    others = [one for one in settings.left_offers if one != offer]
    return replace(settings, left_offers=(offer, *others)[:MOST_LEFT])


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings as a whole; a device that cannot keep them goes on without."""
    import tempfile

    target = path or settings_file()
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
        Path(fresh).replace(target)
