"""What anybody must know who helps in an emergency: for the fridge at home, or for the wallet."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Box, Heading, Para
from secondop_desktop.exchange.pdf.pages.chapter import dotted, listed, word
from secondop_desktop.exchange.pdf.text.runs import Run, bold
from secondop_desktop.lang import _, inside
from secondop_desktop.summary.page_one.medicines import Medicines
from secondop_desktop.summary.page_one.parts import head, line, named_in_full
from secondop_desktop.summary.page_one.strip import known_first
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.who import known_of, name_of


def fridge_page(rows: Snapshot) -> list[Block]:
    """Return who it is, what must be known first, allergies, medicines and whom to ring.

    Nothing of it is cut: where one page cannot hold it, there is a second.
    """
    return _told(rows, [Box(known_first(rows, whole=True), tint="alert", close=True)])


def wallet_card(rows: Snapshot) -> list[Block]:
    """Return the same for small panels, where no box keeps its content together."""
    return _told(rows, known_first(rows, whole=True))


def _told(rows: Snapshot, first: list[Block]) -> list[Block]:
    medicines = Medicines(rows).part()
    return [
        *_who(rows),
        *first,
        *medicines.make(medicines.most),
        *_contacts(rows),
    ]


def _who(rows: Snapshot) -> list[Block]:
    row = rows.person
    sex = inside(word(rows, "person", "sex", row.sex))
    called = _("called {name}").format(name=row.known_as) if _is_other(row) else ""
    address = listed(*(part.strip(" ,") for part in row.address.splitlines()))
    said = [dotted(called, known_of(row, sex, rows.today)), dotted(address, row.phone)]
    return [
        Heading(1, name_of(row)),
        *named_in_full(row),
        *(Para(text, "tight") for text in said if text),
    ]


def _is_other(row: object) -> bool:
    """Tell whether they are called by a name that their own does not show."""
    known, name = getattr(row, "known_as", ""), getattr(row, "name", "")
    return bool(known) and known.casefold() not in name.casefold().split()


def _contacts(rows: Snapshot) -> list[Block]:
    """Name whom to ring: in an emergency, who helps, the GP, and the doctors of the case."""
    row = rows.person
    said: list[list[str | Run]] = []
    if row.emergency_contacts:
        said.append([bold(_("In an emergency: ")), row.emergency_contacts])
    if row.carer:
        helper = listed(row.carer, inside(row.carer_relationship), row.carer_phone)
        said.append([bold(_("Helped by: ")), helper])
    said += [[bold(label), text] for label, text in _doctors(rows) if text]
    if not said:
        return []
    return [head(_("Who to ring")), *(line(words) for words in said)]


def _doctors(rows: Snapshot) -> list[tuple[str, str]]:
    by_id = {one.id: one for one in rows.of("provider")}
    gp = by_id.get(rows.person.gp)
    found = [(_("GP: "), _reached(gp))] if gp is not None else []
    seen = dict.fromkeys(row.provider for row in rows.of_case("opinion"))
    doctors = [by_id[entry] for entry in seen if entry in by_id and entry != rows.person.gp]
    return [*found, *((_("Doctor: "), _reached(one)) for one in doctors if one.phone)]


def _reached(row: object) -> str:
    name, place = getattr(row, "name", ""), getattr(row, "organisation", "")
    return listed(name, place if place != name else "", getattr(row, "phone", ""))
