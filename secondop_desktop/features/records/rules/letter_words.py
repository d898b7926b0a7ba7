"""What a letter says of itself: what sort it is, its date, and who signed it, in its own words.

Nothing of this is kept unless the person confirms it; each reading names the line it stands on.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from secondop_desktop.features.records.rules.letter_dates import Dated, letter_date
from secondop_desktop.journal.values.dates import PartialDate

_HEAD_LINES: Final = 14
"""So many lines with words are taken for the head of a letter."""
_FOOT_LINES: Final = 8
_CLOSE: Final = re.compile(
    r"^\s*(yours\s+(sincerely|faithfully|truly)|(with\s+)?(kind|best|warm)(est)?\s+(regards|wishes)"
    r"|yn gywir|yr eiddoch yn (gywir|ffyddlon)|cofion( cynnes| gorau)?|dymuniadau gorau"
    r"|sincerely|(electronically\s+)?(signed|authorised|reported)\b.{0,20}$)",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"^\s*(dear|annwyl|to|at|cc|c\.c\.|copy to|copies to|copi|fao|addressee|re)\b", re.IGNORECASE
)
_FROM: Final = re.compile(r"^From:\s*([^<@]{3,80}?)\s*(?:<[^>]*>)?$")
"""Stands at the head of an e-mail; an address alone is nobody's name."""
_SIGNED: Final = re.compile(
    r"^\s*(?:(?:electronically\s+)?(?:signed|authorised|reported|dictated)(?:\s+by)?\s*[:.]?\s*)?"
    r"((?:Dr|Mr|Mrs|Ms|Miss|Prof(?:essor)?|Sister|Nurse)\.?\s+[A-Z][\w.'’\- ]{1,60})"
)
_LETTERS_BEHIND: Final = re.compile(
    r"^\s*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,4}),?\s+"
    r"(?:MD|DO|MB ?BS|MB ?BCh|MBChB|FRC\w+|MRC\w+|PhD|RGN|RN|PA-C)\b"
)
"""A name without a title, known by the degrees behind it."""

_DISCHARGE: Final = (
    r"discharge (summary|letter|notification|advice)|discharged (home|from)"
    r"|(crynodeb|llythyr) rhyddhau"
)
_SORTS: Final[tuple[tuple[str, str], ...]] = (
    ("discharge", _DISCHARGE),
    ("consent", r"consent form|patient agreement to (investigation|treatment)|ffurflen ganiatâd"),
    ("operation", r"operation note|operative (note|report)|operation record|theatre note"),
    ("procedure", r"procedure (note|report)|endoscopy report"),
    (
        "pathology",
        r"(histo|cyto)(patholog\w*|logy) (report|result)|surgical pathology|biopsy (report|result)"
        r"|(macroscopic|microscopic) (description|appearance|examination)",
    ),
    (
        "vaccination",
        r"vaccination (record|certificate)|immunisation (record|history)|cofnod brechu",
    ),
    (
        "prescription",
        r"\bfp10\b|\bpresgripsiwn\b|repeat (prescription|medication|dispensing)"
        r"|prescription (form|token)",
    ),
    (
        "scan",
        r"adroddiad (radioleg|sgan|pelydr-x)|"
        r"(mri|ct|x-?ray|ultrasound|echocardiogra\w*|radiology|imaging|pet|dexa|angiogra\w*)"
        r"( \w+){0,3} report|(radiology|imaging) (department|result)",
    ),
    (
        "result",
        r"(pathology|laboratory|lab|biochemistry|haematology|histology|microbiology|blood)"
        r"( test)? (report|result)s?|canlyniadau? (eich )?(prawf|profion)|"
        r"reference (range|interval)s?|specimen (type|date|no)",
    ),
    (
        "referral",
        r"referral (letter|form)|i (would|should) be (very )?grateful if you (could|would)"
        r" (see|assess|review)|(please|kindly) (see|assess|review) this|"
        r"thank you for (agreeing to see|seeing) this|llythyr (cyfeirio|atgyfeirio)",
    ),
    ("plan", r"\bcare plan\b|\bcynllun gofal\b"),
)
_HEADINGS: Final = re.compile(r"^\W*(findings|impression|conclusion|technique)\b", re.I | re.M)


@dataclass(frozen=True)
class Understood:
    """What was read, each beside the words it was read from; empty where nothing was."""

    type: str = ""
    date: PartialDate | None = None
    date_words: str = ""
    both_ways: bool = False
    """The date may be read with the day or with the month first."""
    sender: str | None = None
    signed: str = ""


def understood(text: str, doctors: Mapping[str, str], today: date) -> Understood:
    """Read what a letter says of itself; ``doctors`` are the names known, by their ids."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [line for line in lines if line]
    dated = letter_date(lines, today) or Dated(None, "")
    sender, signed = _sender(lines, doctors)
    return Understood(sort(text), dated.date, dated.words, dated.both_ways, sender, signed)


def sort(text: str) -> str:
    """Say which type of record a text is, by the words its headings use; empty if unclear."""
    lines = [line for line in text.casefold().splitlines() if line.strip()]
    head, whole = "\n".join(lines[:_HEAD_LINES]), "\n".join(lines)
    for where in (head, whole):
        for word, pattern in _SORTS:
            if re.search(pattern, " ".join(where.split())) and not _only_told(word, where, lines):
                return word
        if where is head and _is_letter(lines):
            return (
                "referral"
                if re.search(dict(_SORTS)["referral"], " ".join(whole.split()))
                else "letter"
            )
    return "scan" if len(set(_HEADINGS.findall(whole))) > 1 else ""


def _is_letter(lines: Iterable[str]) -> bool:
    listed = list(lines)
    return any(line.strip().startswith(("dear ", "annwyl ")) for line in listed) and any(
        _CLOSE.match(line) for line in listed
    )


def _only_told(word: str, where: str, lines: list[str]) -> bool:
    """A letter tells of scans, discharges and results without being one."""
    return _is_letter(lines) and word in {"scan", "result", "prescription", "vaccination", "plan"}


def _sender(lines: list[str], doctors: Mapping[str, str]) -> tuple[str | None, str]:
    """Return who signed it, by id where known, and the line; else whose letterhead it is."""
    close = max((at for at, line in enumerate(lines) if _CLOSE.match(line)), default=None)
    foot = lines[close : close + _FOOT_LINES] if close is not None else []
    for line in foot:
        known = _known(line, doctors)
        if known:
            return known, line
    for line in foot:
        if found := _SIGNED.match(line) or _LETTERS_BEHIND.match(line):
            return None, found[1].strip(" ,")
    for line in lines[:_HEAD_LINES]:
        known = _known(line, doctors)
        if known and not _TO.match(line):
            return known, line
    heads = (_FROM.match(line) for line in lines[:_HEAD_LINES])
    return None, next((found[1].strip(' "') for found in heads if found), "")


def _known(line: str, doctors: Mapping[str, str]) -> str | None:
    """Return whose whole name, or title and surname with its initial, stands in a line."""
    folded = _plain(line)
    found = [who for who, name in doctors.items() if name and _named(_plain(name), folded)]
    return found[0] if len(found) == 1 else None


def _named(name: str, line: str) -> bool:
    if re.search(rf"\b{re.escape(name)}\b", line):
        return True
    parts = [part for part in name.split() if part not in _TITLES]
    if len(parts) < 2 or not set(name.split()) & _TITLES:
        return False
    first, last = re.escape(parts[0][0]), re.escape(parts[-1])
    return bool(re.search(rf"\b{first}( \w)* {last}\b", line))


_TITLES: Final = frozenset({"dr", "mr", "mrs", "ms", "miss", "prof", "professor", "sir", "sister"})


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s'’-]", " ", text).split()).casefold()


def suggested_title(kind: str, sender: str, day: str, name: str, *, own: bool = False) -> str:
    """Return what to call a record; its file's name while nothing else is known of it.

    ``own`` tells that its name is more than that: the subject of an e-mail, what a scan is of.
    """
    if own:
        return name
    about = [part for part in (sender, day) if part]
    return ", ".join([kind, *about]) if kind and about else name
