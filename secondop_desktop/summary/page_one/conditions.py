"""Conditions on page one: those of the case first, then what is present, then what is over."""

from collections.abc import Iterable, Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.pages.chapter import brief_of, listed, on, word
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, in_short, inside
from secondop_desktop.patterns import pattern
from secondop_desktop.summary.page_one.parts import Part, dots, head, line, not_asked, short
from secondop_desktop.summary.snapshot import Snapshot

_STAGE = 60
_NAME = 240  # letters: the end of a long name can be what matters of it
_IN_BRACKETS, _WORD = pattern(r"\([^)]*\)"), pattern(r"\w+")


def conditions(rows: Snapshot) -> Part:
    """Name every condition that counts; who said so and when as far as there is room."""
    every = rows.of("diagnosis")
    about = _about(rows, every)
    named = _not_told(rows, about)
    done = _treatments(rows)
    title = _("Other conditions") if about and not named else _("Conditions")
    holds = rows.kinds["diagnosis"].holds
    now = [row for row in every if holds(row, rows.today) and row not in about]
    now.sort(key=lambda row: undated_first(row.date), reverse=True)
    past = [r for r in every if r not in about and r not in now and r.certainty != "ruled out"]
    present = _joined([*named, *now])

    def make(level: int) -> list[Block]:
        said = [_one(group, rows, whole=level > 0 or group[0] in named) for group in present]
        none = [[_("None written down as present now")]] if every else [[not_asked()]]
        blocks: list[Block] = [head(title), line(dots(said or none))]
        return [*blocks, *_before(past, rows, whole=level > 1), *done.make(min(level, done.most))]

    return Part(2 if every or done.most else 0, make)


def _treatments(rows: Snapshot) -> Part:
    """Name what was done or is going on, the latest first, and what was left in the body."""
    kind = rows.kinds["treatment"]
    found = [row for row in rows.of("treatment") if kind.holds(row, rows.today)]
    found.sort(key=lambda row: undated_first(row.date), reverse=True)

    def make(level: int) -> list[Block]:
        names = [_treated(row, whole=level > 0) for row in found]
        label = bold(_("Operations and treatments: "))
        return [line([label, " · ".join(names)])] if names else []

    return Part(1 if found else 0, make)


def _treated(row: Any, *, whole: bool) -> str:
    name = in_short(row.name or _("Treatment without a name"), _NAME)
    left = in_short(row.implants, _STAGE) if whole else ""
    left = "" if left.casefold() in name.casefold() else left
    known = listed(brief_of(row, "date") or row.date_words if whole else "", left)
    return f"{name} ({known})" if known else name


def _about(rows: Snapshot, every: Sequence[Any]) -> list[Any]:
    """Return the diagnosis in doubt and every other doctor's version of it."""
    if rows.case is None or rows.case.diagnosis is None:
        return []
    first = [row for row in every if row.id == rows.case.diagnosis]
    return [*first, *(row for row in every if row.version_of == rows.case.diagnosis)]


def _not_told(rows: Snapshot, about: Sequence[Any]) -> list[Any]:
    """Return what is in doubt and not told above, where opinions say in their words what it is.

    What the case is about is named where its name or stage is in none of these words.
    """
    found = {row.id for row in rows.of_case("opinion")}
    said = [one for one in rows.of("statement") if one.aspect == "what" and one.opinion in found]
    texts = [_words(one.text) for one in said if one.text]
    if not texts:
        return list(about)
    return [row for row in about[:1] if not any(_called(row) <= text for text in texts)]


def _called(row: Any) -> set[str]:
    return _words(f"{_IN_BRACKETS.sub(' ', row.name)} {row.stage}")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _joined(found: Iterable[Any]) -> list[list[Any]]:
    """Put together what bears one name: the same told twice is one condition."""
    groups: dict[str, list[Any]] = {}
    for row in found:
        groups.setdefault(" ".join(row.name.casefold().split()), []).append(row)
    return list(groups.values())


def _one(group: Sequence[Any], rows: Snapshot, *, whole: bool) -> list[str | Run]:
    name = bold(in_short(group[0].name or _("Diagnosis without a name"), _NAME))
    told = (_how_sure(row, rows) if whole else _unsure(row, rows) for row in group)
    said = list(dict.fromkeys(filter(None, told)))
    return [name, f" ({'; '.join(said)})" if said else ""]


def _unsure(row: Any, rows: Snapshot) -> str:
    """Say that it is not certain; without that a suspicion would be read as a fact."""
    sure = row.certainty if row.certainty != "confirmed" else ""
    return inside(word(rows, "diagnosis", "certainty", sure))


def _how_sure(row: Any, rows: Snapshot) -> str:
    """Say how sure it is, who said so, and when."""
    sure = word(rows, "diagnosis", "certainty", row.certainty)
    unsure = rows.kinds["diagnosis"].doubt(row, rows.today)
    now = "" if row.status in {"active", "resolved"} else row.status
    state = unsure or word(rows, "diagnosis", "status", now)
    stage = row.stage if row.stage.casefold() not in row.name.casefold() else ""
    return listed(
        sure[:1].lower() + sure[1:],
        state[:1].lower() + state[1:],
        in_short(stage, _STAGE),
        short(rows.names(row.given_by)),
        brief_of(row, "date"),
    )


def _before(past: Sequence[Any], rows: Snapshot, *, whole: bool) -> list[Block]:
    """Name what is over, each once."""
    found = {row.name: row for row in reversed(past) if row.name}
    if not found:
        return []
    said = []
    for name, row in found.items():
        known = listed(_unsure(row, rows), _ended(row) if whole else "")
        said.append(in_short(name, _NAME) + (f" ({known})" if known else ""))
    return [line(muted(_("Before: {names}").format(names=" · ".join(said))))]


def _ended(row: Any) -> str:
    return on(_("ended {date}"), brief_of(row, "ended")) or brief_of(row, "date")
