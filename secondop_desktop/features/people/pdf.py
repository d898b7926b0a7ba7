"""The person on paper: how to reach them, what they need, and who helps."""

from secondop_desktop.exchange.pdf.chapter import (
    Chapter,
    Rows,
    address,
    day,
    facts,
    lines,
    listed,
    word,
)
from secondop_desktop.exchange.pdf.flow import Block, Content, Together
from secondop_desktop.features.people.model import Person
from secondop_desktop.features.people.rules import nhs_number_spaced
from secondop_desktop.lang import N_, _


def _people(rows: Rows) -> list[Block]:
    return [Together(*facts(*_facts(row, rows))) for row in rows.of("person")]


def _facts(row: Person, rows: Rows) -> list[tuple[str, Content]]:
    helper = listed(row.carer, row.carer_relationship)
    return [
        (_("Full name"), row.name),
        (_("Likes to be called"), row.known_as),
        (_("Born"), day(row.birth_date)),
        (_("NHS, CHI or H&C number"), nhs_number_spaced(row.nhs_number)),
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
