"""Where previews have their slow parts done: beside the window once it runs, else at once."""

from secondop_desktop.widgets.background.jobs import Runner, at_once

_now: list[Runner] = [at_once]


def use(run: Runner) -> None:
    """Let every preview made from now on work in this lane."""
    _now[0] = run


def leave() -> None:
    """Go back to doing it at once, because the window is closing."""
    use(at_once)


def current() -> Runner:
    """Return the lane of a preview that is made now."""
    return _now[0]
