"""Dates that cannot be: what happened in the future is asked, a time that never was is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from secondop_desktop.exchange import clock_changes
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import ReadEntry, Reading
from secondop_desktop.journal.before_birth import before_birth
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.values import clock
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext

_OPEN, _AS_TOLD = "open", "as-told"

_Odd = tuple[ReadEntry, str]
"""An entry and the name of a date in it."""

_TO_COME = frozenset({"plan", "referral", "appointment"})
"""Sorts of record that tell of what is still to be."""


def asked_about(reading: Reading, kinds: Kinds, asked: Asked, name: str) -> Reading:
    """Return a reading in which such dates stay open, unless somebody said that they are right.

    A table asks by itself, where it can also name the line (``tables/days``).
    """
    reading = _told(reading, kinds)
    today = clock.local_today()
    ahead = [(one, field) for one in reading.drafts for field in _ahead(one, kinds, today)]
    if not ahead or asked.ask(_question(ahead, name)) == _AS_TOLD:
        return reading
    return _opened(reading, ahead)


def before_birth_asked(
    reading: Reading, kinds: Kinds, born: PartialDate | None, asked: Asked, name: str
) -> Reading:
    """Return a reading in which dates before the birth stay open, unless they are right."""
    early = [
        (one, field)
        for one in reading.drafts
        if not one.entry
        for field in before_birth(kinds[one.kind], one.values, born)
    ]
    if not early or asked.ask(_born_later(early, name, born)) == _AS_TOLD:
        return reading
    return _opened(reading, early)


def _told(reading: Reading, kinds: Kinds) -> Reading:
    """Say which times never were or came twice, and which dates are none; drop such times."""
    drafts: list[ReadEntry] = []
    notices: list[str] = []
    for draft in reading.drafts:
        given = ((name, draft.values.get(name)) for name in kinds[draft.kind].dates)
        odd = {name: one for name, one in given if isinstance(one, PartialDate) and _is_odd(one)}
        days = {name: one.without_time() for name, one in odd.items() if one.is_skipped}
        drafts.append(replace(draft, values={**draft.values, **days}) if days else draft)
        notices += filter(None, (clock_changes.said(draft.where, one) for one in odd.values()))
    notices += _no_dates(reading.drafts, kinds)
    return replace(reading, drafts=drafts, notices=[*reading.notices, *notices])


def _is_odd(date: PartialDate) -> bool:
    return date.clock is not None and (date.is_skipped or date.is_repeated)


def _no_dates(drafts: Sequence[ReadEntry], kinds: Kinds) -> list[str]:
    """Say what stands in the place of a date and is none; it is kept as it is written."""
    found = [
        (text, draft.where)
        for draft in drafts
        for name, text in draft.values.get("unread", {}).items()
        if name in kinds[draft.kind].dates
    ]
    if not found:
        return []
    text = ngettext(
        "“{text}” in {where} is not a date. The entry is kept with its date left empty. You "
        "can correct it there.",
        "{count} of the dates cannot be read, such as “{text}” in {where}. The entries are "
        "kept with their dates left empty. You can correct them there.",
        len(found),
    )
    first, where = found[0]
    return [text.format(count=len(found), text=first[:40], where=where)]


def _ahead(draft: ReadEntry, kinds: Kinds, today: date) -> Iterator[str]:
    if draft.entry or draft.values.get("type") in _TO_COME:
        return  # what this program wrote was asked about when it was written down
    kind = kinds[draft.kind]
    for name in kind.dates:
        if draft.values.get(name) and kind.by_name[name].lies_ahead(draft.values, today):
            yield name


def _opened(reading: Reading, odd: Sequence[_Odd]) -> Reading:
    """Keep such dates beside their fields, as they were told."""
    names: dict[int, list[str]] = {}
    for draft, field in odd:
        names.setdefault(id(draft), []).append(field)
    drafts = [_with_open(one, names.get(id(one), ())) for one in reading.drafts]
    return replace(reading, drafts=drafts)


def _with_open(draft: ReadEntry, names: Sequence[str]) -> ReadEntry:
    if not names:
        return draft
    values: dict[str, Any] = {n: one for n, one in draft.values.items() if n not in names}
    told = {name: draft.written.get(name) or draft.values[name].iso for name in names}
    return replace(draft, values=values | {"unread": {**values.get("unread", {}), **told}})


def _question(ahead: Sequence[_Odd], name: str) -> Question:
    text = ngettext(
        "{count} date in {file} is in the future: {date} in {where}. Keep it?",
        "{count} dates in {file} are in the future, such as {date} in {where}. Keep them?",
        len(ahead),
    )
    return _whether_to_keep("future-dates", text, ahead, file=name)


def _born_later(early: Sequence[_Odd], name: str, born: PartialDate | None) -> Question:
    text = ngettext(
        "{count} date in {file} is before the date of birth ({born}): {date} in {where}. Keep it?",
        "{count} dates in {file} are before the date of birth ({born}), such as {date} in "
        "{where}. Keep them?",
        len(early),
    )
    return _whether_to_keep("before-birth", text, early, file=name, born=born)


def _whether_to_keep(key: str, text: str, odd: Sequence[_Odd], **said: object) -> Question:
    draft, field = odd[0]
    date: PartialDate = draft.values[field].without_time()
    return Question(
        key,
        text.format(count=len(odd), date=date.words(), where=draft.where, **said),
        (
            Choice(_OPEN, _("No: leave the date empty, and show what is written")),
            Choice(_AS_TOLD, _("Yes, as it is written")),
        ),
        _OPEN,
    )
