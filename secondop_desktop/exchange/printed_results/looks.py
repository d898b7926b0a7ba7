"""What a few printed words look like: a value, a unit, a range, a mark, a dose."""

import itertools
import re
from typing import Final

from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.headings import plain
from secondop_desktop.exchange.tables.measures import is_test
from secondop_desktop.journal.values.printed_parts import is_rate, is_unit, with_unit
from secondop_desktop.journal.values.quantities import Quantity, Range

_FLAGS: Final = re.compile(
    r"[(\[]?(?:HH?|LL?|H\*|L\*|A|\*{1,3}|[↑▲△]{1,2}|[↓▼▽]{1,2}|!|(?i:high|low|abnormal|critical|raised))[)\]]?"
)
_WORDS: Final = frozenset(
    {
        *("negative", "positive", "weak positive", "detected", "not detected", "normal", "trace"),
        *("nil", "absent", "present", "reactive", "non-reactive", "nonreactive", "indeterminate"),
        *("equivocal", "no growth", "not isolated"),
    }
)
_OTHER_UNITS: Final = re.compile(
    r"[^\W\d_]{1,5}/[^\W\d_]{1,5}|cm[2²]|mm[2²]|m[lL]/m[2²]|g/m[2²]|Gy|mSv|HU|dB"
)
"""Such as K/uL and m/s, which no rule of amounts knows."""

_FIGURES: Final = re.compile(r"^[\d.,]+\s*")
_SHARE: Final = re.compile(r"[\d.,]+%")
_PAIR: Final = re.compile(r"\d{2,3}\s?/\s?\d{2,3}")
_RANGE_WORDS: Final = re.compile(
    r"^[(\[]?\s*(?:(?:normal|reference|ref\.?|usual|target)\s*)?(?:range|interval|limits|values)?"
    r"\s*[:=]?\s*",
    re.IGNORECASE,
)
_DOSING: Final = re.compile(
    r"\b(?:once|twice|three times|four times|daily|weekly|monthly|nightly|mane|nocte|morning|"
    r"evening|bedtime|tablets?|capsules?|caps|tabs|puffs?|drops|inhaler|injections?|infusion|"
    r"patch(?:es)?|cream|dose|doses|dosage|take|taking|taken|prn|o\.?d|b\.?d|t\.?d\.?s|q\.?d\.?s|"
    r"started on|increased to|reduced to|per day|a day|every \d+ (?:hours|days|weeks)|cycles?|"
    r"prescribed|mg/kg|mg/day|mg/m2|mg/m²)\b",
    re.IGNORECASE,
)
_MASS: Final = re.compile(
    r"(?:mg|g|mcg|µg|μg|micrograms?|milligrams?|grams?|units?|iu|ml|mls|puffs?|%)", re.IGNORECASE
)
_ADMIN: Final = re.compile(
    r"\b(?:page|tel|telephone|phone|fax|mobile|ext|nhs|chi|hospital|lab|laboratory|report|"
    r"request|sample|specimen|accession|episode|patient|ref|our ref|your ref|reference number|"
    r"number|no|id|room|ward|bed|floor|age|aged|born|dob|version|date|time|postcode|invoice|"
    r"account|amount|total cost|price|fee|visit|appointment|clinic|day|week|month|year|years|"
    r"stage|grade|gleason|nyha|figure|table|copies|page of)\b\.?\s*(?:number|no\.?|id|of birth)?\s*"
    r"[:#]?\s*$",
    re.IGNORECASE,
)


_SENTENCE: Final = re.compile(
    r"\b(?:was|were|is|are|her|his|their|your|my|the|this|that|today|we|i|he|she|they|of|with|and|"
    r"by|but|while|both|its|had|has|have|showed|shows|repeat|recent|last|latest|now|then)\b",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"\b(?:profile|panel|function|tests?|studies|screen\w*|count|electrolytes|lipids|group|"
    r"(?:bio)?chemistry|ha?ematology|immunology|serology|microscopy|differential|bloods?|gases|"
    r"hormones|markers|vitamins|minerals|enzymes|proteins|comments?|page|end of report)\b",
    re.IGNORECASE,
)
_WITHOUT_UNIT: Final = re.compile(r"\b(?:pH|(?i:specific gravity|[tz]-?score|titre|titer|ratio))\b")
_GRADES: Final = re.compile(r"\+{1,4}|[1-4]\s?\+{1,3}|[<>≤≥]?\s?1\s?:\s?\d{1,5}")
"""What a test strip or a titre says."""

_TWO_VALUES: Final = re.compile(r"[-−+]\s?[\d.,]+\s+[-−+][\d.,]+")
"""Two values with signs, such as two scores, and no range."""

_CORRECTED: Final = re.compile(
    r"\b(?:corrected|amended|revised|previously|superse\w+|in error|unreliable|h(?:a)?emoly[sz]\w+"
    r"|provisional|preliminary|not valid|ignore|contaminated|clotted)\b",
    re.IGNORECASE,
)
_NAME_ENDS: Final = re.compile(
    r"\s+[-–]\s+(?:(?:ab)?normal|contact patient|(?:further |no )+action\b.*|satisfactory|"
    r"borderline|acceptable|as expected|stable|speak to .*|(?:make|needs?) .*|repeat .*)$",
    re.IGNORECASE,
)
"""What a surgery writes behind the name of a test on its printouts."""

_RANGE_HEAD: Final = re.compile(
    r"(?:normal|reference|ref|usual|expected|target)\s*(?:range|interval|limits|values)|"
    r"(?:range|ref)\b",
    re.IGNORECASE,
)


_COMPARES: Final = re.compile(
    r"\b(?:below|above|under|over|than|between|beyond|within|exceed\w*|least|most|up to|until|aim|"
    r"goal|target|cut-?off|threshold|suggests?|indicates?|unter|über|bis)$",
    re.IGNORECASE,
)
"""Stands before the number of a remark (below 200 ng/L suggests …), and ends no name of a test."""

_COMPARED: Final = re.compile(r"\b(?:below|above|under|over|less than|more than) [<>]?\d")
_DECIMAL: Final = re.compile(r"\d+[.,]\d+")
_OF_KIND: Final = re.compile(r"(\S+)\s(?:FEU|DDU|Hb|Cr|creat(?:inine)?|protein)", re.IGNORECASE)
"""What a unit counts, behind it: 500 ng/mL FEU are 250 ng/mL DDU."""


def value_of(text: str) -> bool:
    """Tell whether a text is a value: a number, ``<5``, ``132/84``, or a word for a finding."""
    said = text.strip()
    number = Quantity(said)
    if number.number is not None or number.meanings or _PAIR.fullmatch(said):
        return not is_date(said)
    return is_word(said)


def is_word(text: str) -> bool:
    """Tell whether a value is a word or a grade, such as ``Not detected`` and ``2+``."""
    said = text.strip()
    return said.casefold() in _WORDS or bool(_GRADES.fullmatch(said))


def is_flag(text: str) -> bool:
    """Tell whether a text is a mark beside a value."""
    return bool(_FLAGS.fullmatch(text.strip()))


def flag_of(text: str) -> str:
    """Return a text as a mark beside a value where it is one; else empty."""
    return text if is_flag(text) else ""


def unit_of(text: str) -> str:
    """Return a text as a unit where it is one, without the brackets around it; else empty."""
    said = text.strip()
    bare = said[1:-1].strip() if said[:1] + said[-1:] in {"()", "[]"} else said
    if (counted := _OF_KIND.fullmatch(bare)) and unit_of(counted[1]):
        return bare
    closed = re.sub(r"\s+", "", bare).replace("m*2", "m2")
    if closed.isdecimal() or _SHARE.fullmatch(closed):  # 104 is no power of ten, 61% no unit
        return ""
    if is_rate(closed) or _OTHER_UNITS.fullmatch(bare):
        return bare
    return bare if is_unit(bare) and "/" not in bare else ""


def range_of(text: str, unit: str = "") -> str:
    """Return a text as a range where it is one, without the words before it; else empty.

    ``unit`` is that of the value beside it, which may stand behind the range once more.
    """
    said = text.strip()
    if is_date(said.strip("()[]")) or _TWO_VALUES.fullmatch(said):
        return ""
    bare = _RANGE_WORDS.sub("", said, count=1).strip(" ()[],;")
    read = bool(bare) and (Range(bare).has_bounds or with_unit(bare, unit).has_bounds)
    return bare if read else ""


def is_dose(line: str) -> bool:
    """Tell whether a line tells how a medicine is taken."""
    return bool(_DOSING.search(line))


def is_amount(unit: str) -> bool:
    """Tell whether a unit is that of a dose unless the headings say it is a result."""
    return bool(_MASS.fullmatch(unit)) and unit != "%"


def is_name(text: str) -> bool:
    """Tell whether a text can name a test: it has letters, and is nothing else known."""
    said = text.strip(" :")
    if not re.search(r"[^\W\d_]", said) or len(said) > _LONGEST or is_date(said):
        return False
    behind = unit_of(_FIGURES.sub("", said))  # 5mmol/L, too, is no name
    other = is_flag(said) or is_word(said) or behind or range_of(said)
    amounts = any("/" in word and is_rate(word) for word in said.split()[1:])
    amounts = amounts or _holds_amount(said)
    return not (other or amounts or _RANGE_HEAD.match(said) or _ADMIN.search(plain(said)))


def _holds_amount(text: str) -> bool:
    """Tell whether a text holds a number with its unit: it tells a result of its own already."""
    words = text.split()
    pairs = itertools.pairwise(words[1:])
    return any(_DECIMAL.fullmatch(one) and unit_of(other.strip(",;")) for one, other in pairs)


def is_remark(text: str) -> bool:
    """Tell whether a text before a number makes it a limit, and names no test."""
    said = text.strip(" :")
    return bool(_COMPARES.search(said) or _COMPARED.search(said))


def is_group(text: str) -> bool:
    """Tell whether a text heads a group of tests rather than names one."""
    return text.isupper() or bool(_GROUP.search(text))


def needs_unit(name: str) -> bool:
    """Tell whether a number beside this name says nothing without a unit or range."""
    return not (is_test(name) or _WITHOUT_UNIT.search(name))


def is_corrected(text: str) -> bool:
    """Tell whether words beside a result say that it was changed or is not to be relied on."""
    return bool(_CORRECTED.search(text))


def bare_name(text: str) -> str:
    """Return the name of a test without what was written behind it for the patient."""
    bare = _NAME_ENDS.sub("", text)
    return bare if bare == text else bare_name(bare)


def is_sentence(text: str) -> bool:
    """Tell whether a text has words that stand in sentences and in no name of a test."""
    return bool(_SENTENCE.search(text))


_LONGEST: Final = 60
