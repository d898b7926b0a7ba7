"""Words: translation by gettext, dates in words and times as people in the UK write them."""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from secondop_desktop.lang.by_name import BY_NAME, WHO
from secondop_desktop.lang.marks import N_ as N_
from secondop_desktop.resource_files import located

DOMAIN = "secondop"

TITLE = 90
"""Letters of what an entry is called, or of one line about it."""
PASSAGE = 400
"""Letters of a text that is shown where its form, one step away, holds the whole."""


class _Language:
    """Holds the catalogue in use, so that a switch reaches every later call."""

    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
    code: str = "en"


def use(code: str) -> None:
    """Speak this language (``en``, ``cy``) from now on; English where words are missing."""
    folder = located("locale")
    _Language.catalogue = _gettext.translation(DOMAIN, folder, [code], fallback=True)
    _Language.code = code


def code() -> str:
    """Return the code of the language in use, such as ``en``."""
    return _Language.code


_SPOKEN_OF: ContextVar[str] = ContextVar("spoken_of", default="")


def speak_of(name: str) -> None:
    """Speak of the person by this name from now on, or to them where it is empty.

    It holds for this thread: what is printed or exported beside it keeps the person's own words.
    """
    _SPOKEN_OF.set(in_short(name.replace("{", "(").replace("}", ")"), _NAME))


def spoken_of() -> str:
    """Return the name by which this thread speaks of the person, empty where it speaks to them."""
    return _SPOKEN_OF.get()


@contextmanager
def in_own_words() -> Iterator[None]:
    """Speak to the person, whoever reads the window, for what leaves it."""
    before = _SPOKEN_OF.set("")
    try:
        yield
    finally:
        _SPOKEN_OF.reset(before)


_NAME = 30
"""Letters of a name in the middle of other words."""


def _(text: str) -> str:
    """Translate one text; an empty text stays empty (gettext would give its header).

    What speaks to the person says their name instead where somebody else keeps the journal.
    """
    if not text:
        return ""
    who = _SPOKEN_OF.get()
    if who and text in BY_NAME:
        return _Language.catalogue.gettext(BY_NAME[text]).replace(WHO, who)
    return _Language.catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate the form of a text that fits the count."""
    who = _SPOKEN_OF.get()
    if who and one in BY_NAME:
        one, many = BY_NAME[one], BY_NAME[many]
    return _Language.catalogue.ngettext(one, many, count).replace(WHO, who)


MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def time_words(hour: int, minute: int) -> str:
    """Say a time of day on the 24-hour clock as people do: ``10:30am``, ``midday``, ``5pm``."""
    if minute == 0 and hour in {0, 12}:
        return _("midnight") if hour == 0 else _("midday")
    half = _("am") if hour < 12 else _("pm")
    shown = hour % 12 or 12
    return f"{shown}{half}" if minute == 0 else f"{shown}:{minute:02}{half}"


def in_short(text: str, most: int = PASSAGE) -> str:
    """Bring a text into one line of at most so many characters, cut between words if it can be."""
    line = " ".join(text[: most * 4].split())
    if len(line) <= most and len(text) <= most * 4:
        return line
    at = line.rfind(" ", most // 2, most)
    return line[: at if at > 0 else most - 1].rstrip(" ,.;:–-") + "…"


def beginning(text: str, most: int) -> str:
    """Return at most so many characters of a text, its lines as they are."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def inside(text: str) -> str:
    """Return words as they stand inside a sentence: "Her daughter" begins small, "GP" does not."""
    first, _space, rest = text.partition(" ")
    name = "'" in first or "’" in first or not first[1:].islower() or rest[:1].isupper()
    return text if name else text[:1].lower() + text[1:]
