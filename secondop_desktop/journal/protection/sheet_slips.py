"""Where a code that was typed from a recovery sheet differs from every sheet, to its group."""

from collections.abc import Iterator

from secondop_desktop.journal.protection.sheet_code import (
    ALPHABET,
    GROUP,
    LETTERS,
    LINE,
    fits,
    letters_of,
    without_numbers,
    wrong_lines,
)
from secondop_desktop.lang import _, ngettext
from secondop_desktop.patterns import pattern

_GAP = pattern(r"[\s\-–.,;]+")
_NEAR = 6
"""Letters that may be missing or too many in what still is a code rather than a passphrase."""
_GROUPS = 8
"""Groups of three in a row that no passphrase has by chance."""


def slip(text: str) -> str:
    """Say which group or line is not as on any sheet; empty for a whole code or a passphrase."""
    if not _is_like_a_code(text):
        return ""
    letters = letters_of(text)
    return (
        _odd_group(text)
        or _strange_letter(letters)
        or _wrong_group(letters)
        or _count(letters)
        or _wrong_line(text)
    )


def _is_like_a_code(text: str) -> bool:
    if sum(len(each) == GROUP for each in _groups(text)) >= _GROUPS:
        return True
    letters = letters_of(text)
    return abs(len(letters) - LETTERS) <= _NEAR and any(map(str.isdecimal, letters))


def _groups(text: str) -> list[str]:
    return [letters_of(each) for each in _GAP.split(without_numbers(text)) if letters_of(each)]


def _odd_group(text: str) -> str:
    """Find a group that has too few letters or too many, where gaps were typed."""
    groups = _groups(text)
    odd = [at for at, each in enumerate(groups) if len(each) != GROUP]
    if len(odd) != 1 or len(groups) != LETTERS // GROUP:
        return ""
    count = len(groups[odd[0]])
    told = ngettext(
        "It has {count} letter, and every group has three.",
        "It has {count} letters, and every group has three.",
        count,
    )
    return " ".join([_not_as_on_it(odd[0], groups[odd[0]]), told.format(count=count)])


def _strange_letter(letters: str) -> str:
    strange = next((at for at, each in enumerate(letters) if each not in ALPHABET), None)
    if strange is None:
        return ""
    told = _("No sheet has the letter {letter}.").format(letter=letters[strange])
    return " ".join([_not_as_on_it(strange // GROUP, _group_at(letters, strange // GROUP)), told])


def _count(letters: str) -> str:
    missing = LETTERS - len(letters)
    if missing > 0:
        text = ngettext(
            "{count} letter of the recovery sheet's code is missing: it has four lines of fifteen.",
            "{count} letters of the recovery sheet's code are missing: it has four lines of "
            "fifteen.",
            missing,
        )
        return text.format(count=missing)
    text = ngettext(
        "The code has {count} letter more than the recovery sheet: that has four lines of fifteen.",
        "The code has {count} letters more than the recovery sheet: that has four lines of "
        "fifteen.",
        -missing,
    )
    return text.format(count=-missing) if missing else ""


def _wrong_group(letters: str) -> str:
    """Find the one group that a single slip explains: with it put right, all checks fit."""
    found = {at // GROUP for at, meant in _one_slip_away(letters) if fits(meant)}
    if fits(letters) or len(found) != 1:
        return ""
    (at,) = found
    return " ".join([_not_as_on_it(at, _group_at(letters, at)), _compare()])


def _one_slip_away(letters: str) -> Iterator[tuple[int, str]]:
    """Yield places with a code that has there another letter, one more or less, or two swapped."""
    changes = {LETTERS: _with_another, LETTERS - 1: _with_one_more, LETTERS + 1: _with_one_less}
    yield from changes[len(letters)](letters) if len(letters) in changes else ()


def _with_another(letters: str) -> Iterator[tuple[int, str]]:
    wrong = wrong_lines(letters)
    for at, typed in enumerate(letters):
        if wrong not in ([], [at // LINE + 1]):
            continue
        for other in ALPHABET.replace(typed, ""):
            yield at, f"{letters[:at]}{other}{letters[at + 1 :]}"
        if at % GROUP:
            yield at, f"{letters[: at - 1]}{typed}{letters[at - 1]}{letters[at + 1 :]}"


def _with_one_more(letters: str) -> Iterator[tuple[int, str]]:
    for at in range(LETTERS):
        for other in ALPHABET:
            yield at, f"{letters[:at]}{other}{letters[at:]}"


def _with_one_less(letters: str) -> Iterator[tuple[int, str]]:
    for at in range(LETTERS):
        yield at, f"{letters[:at]}{letters[at + 1 :]}"


def _wrong_line(text: str) -> str:
    if wrong := wrong_lines(text):
        told = _("Line {number} of the code is not as on the recovery sheet.")
        return " ".join([told.format(number=wrong[0]), _compare()])
    if fits(letters_of(text)):
        return ""
    return " ".join([_("The code is not as on the recovery sheet."), _compare()])


def _group_at(letters: str, at: int) -> str:
    return letters[at * GROUP : (at + 1) * GROUP]


def _not_as_on_it(at: int, group: str) -> str:
    line, place = divmod(at, LINE // GROUP)
    text = _("Group {group} of line {line}, “{letters}”, is not as on the recovery sheet.")
    return text.format(group=place + 1, line=line + 1, letters=group)


def _compare() -> str:
    return _("Compare it letter by letter.")
