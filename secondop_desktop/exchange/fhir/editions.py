"""What a file of FHIR is, where its resources say it: the GP record of GP Connect."""

from collections.abc import Iterable

from secondop_desktop.exchange.fhir.codes import line, several
from secondop_desktop.exchange.fhir.resources import Resource
from secondop_desktop.lang import _

_GP_CONNECT = ("/CareConnect-GPC-", "/CareConnect-ProblemHeader", "fhir.nhs.uk/STU3/")
"""Parts of the profiles of GP Connect: Access Record Structured (FHIR STU3)."""


def editions(resources: Iterable[Resource]) -> list[str]:
    """Say of each file that is a GP record in the older form of GP Connect that it is one."""
    files = dict.fromkeys(one.file for one in resources if _is_gp_connect(one))
    said = _(
        "{file} is a GP record (GP Connect, FHIR STU3). Its problems, medicines, allergies, "
        "results and consultations are read one by one."
    )
    return [said.format(file=file) for file in files]


def _is_gp_connect(resource: Resource) -> bool:
    meta = resource.body.get("meta")
    profiles = several(meta.get("profile")) if isinstance(meta, dict) else []
    return any(mark in line(one) for one in profiles for mark in _GP_CONNECT)
