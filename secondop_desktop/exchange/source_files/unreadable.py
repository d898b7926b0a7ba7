"""What is said of a file that the computer does not let be read."""

from collections.abc import Iterator
from contextlib import contextmanager

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.lang import _


def unreadable(name: str, problem: str) -> UserError:
    """Return the error for a file that cannot be read; ``problem`` is a part of a sentence."""
    text = _("{name} cannot be read: {problem}.")
    return UserError(text.format(name=name, problem=problem))


@contextmanager
def reading_of(name: str) -> Iterator[None]:
    """Tell what the computer refuses while a file is read as that: it is no fault of ours."""
    try:
        yield
    except OSError as problem:
        raise unreadable(name, why(problem)) from None
