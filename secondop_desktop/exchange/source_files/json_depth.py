"""How deep lists and objects of JSON lie in each other, told before it is parsed.

Python's parser would stop with an error of its own, and a file may be made to bring that about.
"""

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from operator import itemgetter
from typing import Final

from secondop_desktop.patterns import pattern

DEEPEST: Final = 200
"""How many lists and objects may lie inside each other."""

_BRACKETS: Final = b"[]{}"
_REST: Final = bytes(set(range(256)) - {*_BRACKETS, *b'"'})
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_AT_ONCE: Final = 1 << 20
"""Letters that are looked at in one go: meanwhile the window stands still."""

_SOME: Final = 20_000
"""The same of brackets, one by one."""

_PASSES: Final = 40
"""Each takes away what holds nothing: at most two levels. Records of health have some ten."""

_BRACKET = pattern(
    r'[^"\[\]{}]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"?[^"\[\]{}]*+)*+([\[\]{}]|\Z)', re.DOTALL
)
"""A bracket or the end, after all texts in quotation marks that stand before it."""

_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1, "": 0}
_WHICH = itemgetter(1)


class TooDeepError(ValueError):
    """More levels than may be; ``line`` is that of the bracket which opens one too many."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def objects_in(text: str) -> int:
    """Return how many objects a text of JSON holds; raises TooDeepError."""
    shape = b"".join(_shape(text))
    bare = shape.replace(b'""', b"")
    if b'"' not in bare and _is_shallow(bare):
        return bare.count(b"{")
    return _counted(text)


def _shape(text: str) -> Iterator[bytes]:
    """Yield the brackets and quotation marks; no piece begins within an escape."""
    at = 0
    while at < len(text):
        end = at + _AT_ONCE
        while text[end - 1 : end] == "\\":
            end += 1
        piece = text[at:end].encode("utf-8", "surrogatepass")
        whole = _ESCAPED.sub(b"", piece) if b"\\" in piece else piece
        yield whole.translate(None, _REST)
        at = end


def _is_shallow(brackets: bytes) -> bool:
    """Tell whether brackets, none of them within a text, are surely not too deep."""
    for _pass in range(_PASSES):
        fewer = brackets.replace(b"{}", b"").replace(b"[]", b"")
        if not fewer or len(fewer) == len(brackets):
            return not fewer
        brackets = fewer
    return False


def _counted(text: str) -> int:
    """Count bracket by bracket, where some stand in texts, are not balanced, or lie deep."""
    depth, objects, found = 0, 0, _BRACKET.finditer(text)
    while some := list(map(_WHICH, islice(found, _SOME))):
        depths = list(accumulate(map(_STEPS.__getitem__, some), initial=depth))
        if max(depths) > DEEPEST:
            raise TooDeepError(_line_of_depth(text))
        depth = depths[-1]
        objects += some.count("{")
    return objects


def _line_of_depth(text: str) -> int:
    """Return the line with the bracket that opens one level too many."""
    found = list(_BRACKET.finditer(text))
    depths = accumulate(_STEPS[one[1]] for one in found)
    first = next(one for one, depth in zip(found, depths, strict=True) if depth > DEEPEST)
    return text.count("\n", 0, first.end()) + 1
