"""The blocks at the top of a letter: who it is from, and who it goes to."""

from collections.abc import Iterable

from secondop_desktop.features.letters.operations.letter_sources import Shelf
from secondop_desktop.lang import _


def sender(shelf: Shelf, *, by_helper: bool) -> str:
    """Return name, address and how to be reached, each on a line.

    A helper writes from their own address; from the person's only while none is known.
    """
    row = shelf.who()
    name = row.name or row.known_as
    if not (by_helper and row.carer):
        return _from([name], row.address, row.phone, row.email)
    head = [row.carer, _("for {person}").format(person=name)]
    own = (row.carer_address, row.carer_phone, row.carer_email)
    return _from(head, *(own if any(own) else (row.address, row.phone, row.email)))


def _from(head: list[str], address: str, phone: str, email: str) -> str:
    reach = (
        _("Phone: {number}").format(number=phone) if phone else "",
        _("Email: {address}").format(address=email) if email else "",
    )
    return _lines(*head, *address.splitlines(), *reach)


def recipient(shelf: Shelf, to: str | None) -> str:
    """Return name, what they are, and address; what the address says is not said twice."""
    rows = shelf.journal.entries("provider", person=shelf.person, id=to) if to else []
    if not rows:
        return ""
    row = rows[0]
    address = row.address.splitlines()
    role = row.role if row.name and row.role.casefold() not in row.name.casefold() else ""
    place = "" if row.organisation in (row.name, *address) else row.organisation
    place = "" if place and place in row.name else place
    return _lines(row.name, role, place, *address)


def _lines(*parts: str) -> str:
    lines: Iterable[str] = (part.strip().rstrip(",") for part in parts)
    return "\n".join(dict.fromkeys(line for line in lines if line))
