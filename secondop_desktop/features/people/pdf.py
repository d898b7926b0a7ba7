"""The person on paper: how to reach them, what they need, and who helps."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Content, Facts, Together
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    address,
    day,
    lines,
    listed,
    pairs,
    word,
)
from secondop_desktop.features.people.model import Person
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import N_, _

ORDINARY = 80
"""Letters of a name that page one prints whole."""


def _people(rows: Rows) -> list[Block]:
    return [block for row in rows.of("person") for block in _person(row, rows)]


def _person(row: Person, rows: Rows) -> list[Block]:
    """Print what page one has no room for; a name alone stands there already."""
    known = pairs(*_known(row))
    others = pairs(*_others(row, rows))
    whole = others or any(len(str(text)) > ORDINARY for _label, text in known)
    return [Together(Facts([*known, *others]))] if whole else []


def _known(row: Person) -> list[tuple[str, Content]]:
    return [
        (_("Full name"), row.name),
        (_("Likes to be called"), row.known_as),
        (_("Born"), day(row.birth_date)),
        (_("NHS, CHI or H&C number"), spaced(row.nhs_number)),
    ]


def _others(row: Person, rows: Rows) -> list[tuple[str, Content]]:
    helper = listed(row.carer, row.carer_relationship)
    return [
        (_("Sex, as on health records"), word(rows, "person", "sex", row.sex)),
        (_("Address"), address(row.address)),
        (_("Phone and email"), lines(row.phone, row.email)),
        (_("Language"), row.language),
        (_("Help needed to hear, see, read or get about"), row.communication),
        (_("Who to call in an emergency"), row.emergency_contacts),
        (_("GP"), rows.names(row.gp)),
        (_("Who helps keep this journal"), lines(helper, _authority(row, rows))),
        (_("Notes"), row.notes),
    ]


def _authority(row: Person, rows: Rows) -> str:
    """Say what lets the helper act, from when until when, and where the paper is."""
    since = _("since {date}").format(date=day(row.authority_since)) if row.authority_since else ""
    until = _("until {date}").format(date=day(row.authority_until)) if row.authority_until else ""
    may = word(rows, "person", "authority", row.authority)
    return lines(listed(may, since, until), row.authority_paper)


CHAPTERS = {"person": Chapter("person", N_("About the person"), (), _people)}
