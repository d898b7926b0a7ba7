"""Reading JSON that comes from outside: all of it as it stands, or one sentence why not."""

import json
import math
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from itertools import count
from typing import Any, Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files.json_depth import DEEPEST, TooDeepError, objects_in
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _
from secondop_desktop.patterns import pattern

_SURELY_FINITE: Final = 300
"""Figures of a whole number that any computer holds (1e308)."""

_EVERY: Final = 2_048
"""So many objects are read between two words of how far it is."""

_SURROGATE = pattern(r"\\u[dD][89a-fA-F]")


class _RefusedError(ValueError):
    """Carries what is wrong with a file, to be said after its name, and the number it is about."""

    def __init__(self, problem: str, number: str = "") -> None:
        super().__init__(problem)
        self.number = number


def read_json(given: str | bytes, name: str, tell: Tell = nobody) -> object:
    """Read one JSON document; numbers with a point become Decimal, so that no digit is lost.

    ``name`` is how the file is called in messages; ``tell`` hears how many objects of how many
    are read, where there are many. Raises UserError for text that is not JSON
    (RFC 8259), for more than 200 levels, NaN, Infinity, numbers no computer holds (1e400), a
    name that occurs twice in one object, and letters that are only half there.
    """
    text = ""
    try:
        text = given if isinstance(given, str) else _decoded(given)
        objects = _checked_depth(text)
        found = _parsed(text, objects, tell)
        if _SURROGATE.search(text):
            _check_letters(found)
    except _RefusedError as problem:
        line = _line_of(problem.number, text) if problem.number else 0
        told = _("{file}: line {line}: {problem}") if line else _("{file}: {problem}")
        raise UserError(told.format(file=name, line=line, problem=problem)) from None
    return found


def _line_of(number: str, text: str) -> int:
    """Return the line in which a number first stands outside quotation marks, 0 for none."""
    pattern = rf'"(?:[^"\\]|\\.)*+"|(?<![\w.+-])({re.escape(number)})(?![\w.+-])'
    found = next((one for one in re.finditer(pattern, text, re.DOTALL) if one[1]), None)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _decoded(given: bytes) -> str:
    try:
        return given.decode(json.detect_encoding(given))
    except UnicodeDecodeError as problem:
        raise _RefusedError(
            _("this is not text in UTF-8 (at byte {place}). Save it as UTF-8.").format(
                place=problem.start
            )
        ) from None


def _checked_depth(text: str) -> int:
    """Return how many objects there are; raises for more than 200 levels."""
    try:
        return objects_in(text)
    except TooDeepError as deep:
        said = _(
            "in line {line}, lists and objects lie more than {count} levels deep. "
            "Make them flatter, then try again."
        )
        raise _RefusedError(said.format(line=deep.line, count=DEEPEST)) from None


def _parsed(text: str, objects: int, tell: Tell) -> object:
    made = _object if objects < _EVERY else _told(objects, tell)
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            parse_float=_number,
            parse_int=_whole,
            parse_constant=_no_number,
            object_pairs_hook=made,
        )
    except json.JSONDecodeError as problem:
        raise _RefusedError(
            _(
                "this is not JSON (line {line}, column {column}). Correct it there, or get the "
                "file again."
            ).format(line=problem.lineno, column=problem.colno)
        ) from None


def _number(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        raise _too_big(text) from None
    if not math.isfinite(float(text)) or (found and not float(text)):
        raise _too_big(text)
    return found


def _whole(text: str) -> int:
    if len(text) > _SURELY_FINITE and not math.isfinite(float(text)):
        raise _too_big(text)
    return int(text)


def _too_big(text: str) -> _RefusedError:
    shown = text if len(text) <= 20 else text[:20] + "…"
    said = _("the number {number} is too large or too small. Correct it, or put it in quotes.")
    return _RefusedError(said.format(number=shown), text)


def _no_number(word: str) -> object:
    said = _("{word} is not a number that can be kept. Leave it out, or put it in quotes.")
    raise _RefusedError(said.format(word=word), word)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _named_twice(pairs)
    return found


def _named_twice(pairs: list[tuple[str, Any]]) -> _RefusedError:
    twice = Counter(name for name, _value in pairs).most_common(1)[0][0]
    shown = twice[:40].encode("utf-8", "replace").decode()
    said = _("the name “{name}” appears twice in one object. Take one of them out.")
    return _RefusedError(said.format(name=shown))


def _told(objects: int, tell: Tell) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Return what makes an object of its pairs, and tells after each few how many there are."""
    done = count(1)

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if not (number := next(done)) % _EVERY:
            tell(number, objects)
        found = dict(pairs)
        if len(found) < len(pairs):
            raise _named_twice(pairs)
        return found

    return made


def _check_letters(found: object) -> None:
    try:
        json.dumps(found, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        raise _RefusedError(
            _("it holds a letter of which one half is missing. Write that letter again.")
        ) from None
