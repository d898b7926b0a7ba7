"""The order of letters where some run from right to left (Unicode Standard Annex 9).

Controls of direction never reach the paper (``readable``), so what is left of the algorithm are
its implicit rules, over one line as typed. Levels: even from left to right, odd the other way.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_SEPARATORS = frozenset({"ES", "CS"})
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_OPENING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = {**{close: close for close in _OPENING.values()}, "\u232a": "\u3009"}
_OPENING["\u2329"] = "\u3009"
_DEEPEST = 63
_SHORT = {"EN": "1", "ES": ".", "CS": ".", "ET": ".", "ON": "o", "WS": " ", "L": "L"}
_NUMBER_OF_WORD = re.compile(r"1(?:[.o]?1)*\.* ?(?=L)")
_MIRRORED = str.maketrans("()<>[]{}«»‹›⁅⁆⁽⁾₍₎≤≥", ")(><][}{»«›‹⁆⁅⁾⁽₎₍≥≤")
# Every block whose letters run from right to left, and the numbers that go with them.
_RIGHTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")


def has_rtl(text: str) -> bool:
    """Return whether any of it may run from right to left."""
    return not text.isascii() and _RIGHTWARD.search(text) is not None


def base_level(text: str, otherwise: int = 0) -> int:
    """Return the level of the first letter that has a direction (rules P2 and P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return otherwise


def mirrored(text: str) -> str:
    """Return a text from right to left with its brackets turned about (rule L4)."""
    return text.translate(_MIRRORED)


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character of a typed line."""
    kinds = _with_their_words([unicodedata.bidirectional(char) or "L" for char in text])
    at = [n for n, kind in enumerate(kinds) if kind != "BN"]  # X9: those have no say
    first = "R" if base else "L"
    weak = _weak([kinds[n] for n in at], first)
    _pair(weak, [text[n] for n in at], [kinds[n] == "NSM" for n in at], first)
    _neutral(weak, first)
    found = dict(zip(at, (_level(kind, base) for kind in weak), strict=True))
    result, last = [], base
    for n in range(len(text)):
        last = found.get(n, last)
        result.append(last)
    return result


def visual(line: Sequence[int]) -> list[int]:
    """Return the places of a line's parts from left to right, given their levels (rule L2)."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        for start, end in _stretches(line[at] >= level for at in order):
            order[start:end] = reversed(order[start:end])
    return order


def _stretches(wanted: Iterable[bool]) -> list[tuple[int, int]]:
    """Return where unbroken stretches of what is wanted begin and end."""
    found, end = [], 0
    for is_wanted, group in groupby(wanted):
        start, end = end, end + sum(1 for _one in group)
        if is_wanted:
            found.append((start, end))
    return found


def _with_their_words(kinds: list[str]) -> list[str]:
    """Let a number go with the Latin word behind it: ``75 mg``, ``5 March 2024``.

    Here we leave the standard, by which they stand as ``mg 75`` and ``March 2024 5`` behind an
    Arabic name: who reads English would take such a dose or date for another.
    """
    letters = "".join(_SHORT.get(kind, "-") for kind in kinds)
    for found in _NUMBER_OF_WORD.finditer(letters):
        kinds[found.start() : found.end()] = ["L"] * (found.end() - found.start())
    return kinds


def _weak(kinds: list[str], first: str) -> list[str]:
    """Resolve marks, numbers and the signs beside them (rules W1 to W7)."""
    _marks_and_letters(kinds, first)
    for n in range(1, len(kinds) - 1):  # W4
        around = kinds[n - 1]
        if kinds[n] in _SEPARATORS and around == kinds[n + 1] and around in {"EN", "AN"}:
            kinds[n] = around if around == "EN" or kinds[n] == "CS" else kinds[n]
    _signs_of_numbers(kinds)
    strong = first
    for n, kind in enumerate(kinds):  # W6, W7
        if kind in {"ES", "CS", "ET"}:
            kinds[n] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[n] = "L"
    return kinds


def _marks_and_letters(kinds: list[str], first: str) -> None:
    before = strong = first
    for n, kind in enumerate(kinds):
        before = before if kind == "NSM" else kind  # W1
        kinds[n] = before
        if before in {"L", "R", "AL"}:
            strong = before
            kinds[n] = "R" if before == "AL" else before  # W3
        elif before == "EN" and strong == "AL":  # W2
            kinds[n] = "AN"


def _signs_of_numbers(kinds: list[str]) -> None:
    """Let ``%`` or ``+`` go with the number beside it (rule W5)."""
    for start, end in _stretches(kind == "ET" for kind in kinds):
        if "EN" in kinds[start - 1 : start] + kinds[end : end + 1]:
            kinds[start:end] = ["EN"] * (end - start)


def _pair(kinds: list[str], chars: list[str], marks: list[bool], first: str) -> None:
    """Give both brackets of a pair one direction (rule N0)."""
    strong, reached = first, 0
    for opening, closing in _pairs(kinds, chars):
        while reached < opening:
            strong = _STRONG.get(kinds[reached], strong)
            reached += 1
        inside = {_STRONG.get(kind) for kind in kinds[opening + 1 : closing]}
        if first in inside:
            way = first
        elif inside - {None}:
            way = strong
        else:
            continue
        for place in (opening, closing):
            kinds[place] = way
            follower = place + 1
            while follower < len(kinds) and marks[follower]:
                kinds[follower] = way
                follower += 1


def _pairs(kinds: list[str], chars: list[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets in the order in which they open (definition BD16)."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for n, char in enumerate(chars):
        if kinds[n] != "ON":
            continue
        if char in _OPENING:
            if len(waiting) == _DEEPEST:
                break
            waiting.append((_OPENING[char], n))
        elif char in _CLOSING:
            wanted = _CLOSING[char]
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == wanted:
                    found.append((waiting[depth][1], n))
                    del waiting[depth:]
                    break
    return sorted(found)


def _neutral(kinds: list[str], first: str) -> None:
    """Give what has no direction that of both neighbours, else that of the line (N1, N2)."""
    for start, end in _stretches(kind in _NEUTRAL for kind in kinds):
        before = _STRONG[kinds[start - 1]] if start else first
        after = _STRONG[kinds[end]] if end < len(kinds) else first
        kinds[start:end] = [before if before == after else first] * (end - start)


def _level(kind: str, base: int) -> int:
    """Return the level of a resolved kind (rules I1 and I2)."""
    if kind == "R":
        return 1
    if kind == "L":
        return 2 if base else 0
    return 2
