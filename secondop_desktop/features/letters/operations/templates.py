"""The templates of letters: plain text in ``resources/letters``, one for each type and voice."""

from functools import cache

from secondop_desktop import lang
from secondop_desktop.paths import resource

_ENGLISH = "en"


def template(type_: str, *, by_helper: bool) -> tuple[str, str]:
    """Return the subject and the body of a type, in the person's own voice or a helper's."""
    return _read(lang.code(), f"{type_}-for.txt" if by_helper else f"{type_}.txt")


@cache
def _read(code: str, name: str) -> tuple[str, str]:
    own = resource("letters", code, name)
    path = own if own.is_file() else resource("letters", _ENGLISH, name)
    subject, _empty, body = path.read_text("utf-8").partition("\n\n")
    return subject, body
