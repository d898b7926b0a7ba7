"""What doctors and places tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.providers.model import Provider
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, _

FUNDING = (
    ("nhs", N_("NHS")),
    ("private", N_("Private")),
    ("both", N_("Both NHS and private")),
)


def _title(row: Provider, names: Names) -> str:
    return row.name or row.organisation or _("Doctor or place without a name")


def _line(row: Provider, names: Names) -> str:
    """Say what they do, where, and how they are paid for."""
    place = row.organisation if row.name else ""
    funding = _(KIND.by_name["funding"].label_of(row.funding))
    return " · ".join(part for part in (row.role, row.specialty, place, funding) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.providers.fhir import FHIR

    return FHIR


KIND = Kind(
    name="provider",
    model=Provider,
    label=N_("Doctor or place"),
    plural=N_("Doctors and places"),
    add=N_("Add a doctor or place"),
    icon="provider",
    fields=(
        Field("name", N_("Name of the person or place"), required=True),
        Field("role", N_("What they are, such as consultant or GP")),
        Field("specialty", N_("What they specialise in")),
        Field("organisation", N_("Hospital, surgery or clinic")),
        Field("funding", N_("NHS or private"), choices=FUNDING),
        Field("address", N_("Address")),
        Field("phone", N_("Phone")),
        Field("email", N_("Email")),
        Field("website", N_("Website")),
        Field("gmc_number", N_("GMC number")),
        Field("independent", N_("Does not work with the first doctor")),
        Field("shortlisted", N_("You can choose them")),
        Field("rank", N_("Place in your own order")),
        Field("experience", N_("Experience with this illness")),
        Field("waiting_time", N_("How long the wait is")),
        Field("distance", N_("How far away")),
        Field("cost_note", N_("What it may cost")),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    columns=("name", "role", "specialty", "organisation", "phone"),
    fhir=_fhir,
)
