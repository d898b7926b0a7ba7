"""The person on paper: how to reach them, what they need, and who helps."""

import re

from secondop_desktop.exchange.pdf.blocks.block import TALL
from secondop_desktop.exchange.pdf.blocks.flow import Block, Content, Facts, Together
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    address,
    day_of,
    lines,
    listed,
    on,
    pairs,
    word,
)
from secondop_desktop.features.people.model import Person
from secondop_desktop.features.people.rules.alerts import alerts, measured
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import N_, _

_KEY = re.compile(r"\bkeys?\b", re.I)
ORDINARY = 80
"""Letters of a name that page one prints whole."""


def _people(rows: Rows) -> list[Block]:
    return [block for row in rows.of("person") for block in _person(row, rows)]


def _person(row: Person, rows: Rows) -> list[Block]:
    """Print what page one has no room for; a name alone stands there already."""
    known = pairs(*_known(row))
    others = pairs(*_first(row, rows), *_life(row), *_others(row, rows))
    numbers = bool(row.hospital_numbers)
    whole = others or numbers or any(len(str(text)) > ORDINARY for _label, text in known)
    return [Together(Facts([*known, *others]), most=TALL)] if whole else []


def _known(row: Person) -> list[tuple[str, Content]]:
    return [
        (_("Full name"), row.name),
        (_("Likes to be called"), row.known_as),
        (_("Born"), day_of(row, "birth_date")),
        (_("NHS, CHI or H&C number"), spaced(row.nhs_number)),
        (_("Hospital numbers"), _numbers(row)),
    ]


def _first(row: Person, rows: Rows) -> list[tuple[str, Content]]:
    """Say what a doctor must know first; what nobody asked is said once something was."""
    found = alerts(row, at_home=rows.private)
    if not any(one.answer is not None or one.words for one in found):
        return []
    checked = on(_("checked {date}"), day_of(row, "alerts_checked"))
    told: list[tuple[str, Content]] = [(one.label, one.said) for one in found]
    return [*told, *pairs((_("These answers"), checked))]


def _life(row: Person) -> list[tuple[str, Content]]:
    return [
        (_("What matters most"), row.what_matters),
        (_("Worries and fears"), row.what_i_fear),
        (_("Living with"), row.living_with),
        (_("Work, now or before"), row.work),
        (_("Walking"), row.walking),
        (_("Smoking"), row.smoking),
        (_("Alcohol"), row.alcohol),
        (_("Height"), measured(row, "height")),
        (_("Weight"), measured(row, "weight")),
    ]


def _others(row: Person, rows: Rows) -> list[tuple[str, Content]]:
    helper = listed(row.carer, row.carer_relationship)
    reach = lines(address(row.carer_address), row.carer_phone, row.carer_email)
    return [
        (_("Sex, as on health records"), word(rows, "person", "sex", row.sex)),
        (_("Address"), address(row.address)),
        (_("Phone and email"), lines(row.phone, row.email)),
        (_("Language"), row.language),
        (_("Help needed to hear, see, read or get about"), row.communication),
        (_("Who to call in an emergency"), _to_call(row, rows)),
        (_("GP"), rows.names(row.gp)),
        (_("Who helps keep this journal"), lines(helper, reach, _authority(row, rows))),
        (_("Notes"), row.notes),
    ]


def _numbers(row: Person) -> str:
    """Say the number of each hospital beside its name."""
    return lines(*(listed(hospital, number) for hospital, number in row.hospital_numbers.items()))


def _authority(row: Person, rows: Rows) -> str:
    """Say what lets the helper act, from when until when, and where the paper is."""
    since = on(_("since {date}"), day_of(row, "authority_since"))
    until = on(_("until {date}"), day_of(row, "authority_until"))
    may = word(rows, "person", "authority", row.authority)
    return lines(listed(may, since, until), row.authority_paper if rows.private else "")


def _to_call(row: Person, rows: Rows) -> str:
    """Return who is to be called; who has a key is told to few."""
    told = row.emergency_contacts.splitlines()
    return lines(*(one for one in told if rows.private or not _KEY.search(one)))


CHAPTERS = {"person": Chapter("person", N_("About the person"), (), _people)}
