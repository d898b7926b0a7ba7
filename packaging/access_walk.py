"""Walks every screen of the real window over AT-SPI; prints counts, and fails on what says nothing.

It runs with the system's Python, which has the bindings of AT-SPI. Usage: access_walk.py COMMAND….
"""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SECONDS = 90.0
"""How long a busy computer may take to open the window, or a screen."""
ROLELESS = frozenset({"unknown", "invalid", "redundant object", "extended"})
COPIES = "Duplicate"
"""A button whose work is told aloud."""
NEED_NO_NAME = frozenset({"separator", "scroll bar", "scroll pane", "viewport"})


def main(command: list[str]) -> int:
    """Open the window, walk over each screen, and return 1 when something says nothing."""
    program = subprocess.Popen(command)
    try:
        window = _wait(_window, "the window")
        entries = _wait(lambda: _entries(window), "the list of screens")
        names = [entry.get_name() for entry in entries]
        faults: list[str] = []
        total: Counter[str] = Counter()
        for place, name in enumerate(names):
            _press(_wait(lambda: _entries(window), "the list of screens")[place])
            _settle(window)
            roles, found = _wait(partial(_judge, name, window), name)
            total += roles
            faults += found
            heads = roles["heading"]
            print(f"{name}: {sum(roles.values())} objects, {heads} headings, {len(found)} faults")
        print(f"{len(names)} screens, {sum(total.values())} objects: {dict(total.most_common())}")
        faults += _unannounced(window)
        print("\n".join(dict.fromkeys(faults)))
        return 1 if faults or not names else 0
    finally:
        program.terminate()
        program.wait()


def _wait(ask: Any, what: str) -> Any:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        found = _asked(ask)
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"{what} did not come within {SECONDS:.0f} seconds")


def _asked(ask: Any) -> Any:
    """Ask; None while what is asked about has just gone, or is too busy to answer."""
    try:
        return ask()
    except GLib.GError:
        return None


def _children(of: Any) -> Iterator[Any]:
    for place in range(of.get_child_count()):
        child = of.get_child_at_index(place)
        if child is not None:
            yield child


def _walk(of: Any) -> Iterator[Any]:
    """Yield what is shown, parents first; of long lists and tables only what is in sight."""
    yield of
    if of.get_role_name() not in {"table", "list", "tree", "tree table"}:
        for child in _children(of):
            if child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield from _walk(child)


def _window() -> Any:
    for program in _children(Atspi.get_desktop(0)):
        if "econdop" in (program.get_name() or ""):
            return next((one for one in _children(program) if one.get_role_name() == "frame"), None)
    return None


def _entries(window: Any) -> list[Any]:
    """Return the entries of the list of screens: the toggles beside the page."""
    toggles = {"toggle button", "radio button", "check box", "push button", "button"}
    for one in _walk(window):
        if one.get_name() == "Screens":
            parts = [part for part in _walk(one) if part.get_role_name() in toggles]
            return [part for part in parts if not part.get_child_count()]
    return []


def _press(entry: Any) -> None:
    entry.do_action(0)


def _unannounced(window: Any) -> list[str]:
    """Copy an entry and return what is wrong, if nothing is said aloud of it."""
    spoken: list[str] = []
    hears = Atspi.EventListener.new(lambda event: spoken.append(str(event.any_data)))
    hears.register("object:announcement")
    named = [one for one in _entries(window) if "Medicines" in (one.get_name() or "")]
    _press(named[0])
    _settle(window)
    button = _wait(lambda: _named(window, COPIES), COPIES)
    while GLib.MainContext.default().iteration(False):
        pass
    spoken.clear()  # the name of the screen
    _press(button)
    until = time.monotonic() + SECONDS
    while not spoken and time.monotonic() < until:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.05)
    print(f"announced: {spoken}")
    return [] if spoken else [f"{COPIES}: nothing is announced"]


def _named(window: Any, name: str) -> Any:
    return next((one for one in _walk(window) if one.get_name() == name), None)


def _settle(window: Any) -> None:
    """Wait until two looks, half a second apart, count the same objects."""
    before: int | None = -1
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        time.sleep(0.5)
        Atspi.Accessible.clear_cache(window)
        count = _asked(lambda: sum(1 for _one in _walk(window)))
        if count is not None and count == before:
            return
        before = count


def _judge(screen: str, window: Any) -> tuple[Counter[str], list[str]]:
    roles: Counter[str] = Counter()
    faults = []
    for one in _walk(window):
        role, name = one.get_role_name(), (one.get_name() or "").strip()
        roles[role] += 1
        if role in ROLELESS:
            faults.append(f"{screen}: no role: {name!r}")
        focusable = one.get_state_set().contains(Atspi.StateType.FOCUSABLE)
        if focusable and not name and role not in NEED_NO_NAME:
            faults.append(f"{screen}: no name: {role} in {_path(one)}")
        if role == "combo box" and ":" not in name:
            faults.append(f"{screen}: named only by its value: {name!r}")
    if not roles["heading"]:
        faults.append(f"{screen}: no heading")
    return roles, faults


def _path(of: Any) -> str:
    names: list[str] = []
    at = of.get_parent()
    while at is not None and len(names) < 4:
        names.append(at.get_name() or at.get_role_name())
        at = at.get_parent()
    return " in ".join(names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
