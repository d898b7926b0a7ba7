"""Resources that others refer to: clinicians, places, medicines, samples and files."""

from secondop_desktop.exchange.fhir.codes import words
from secondop_desktop.exchange.fhir.context import Context
from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.exchange.fhir.phrases import phrase
from secondop_desktop.exchange.fhir.telling import in_words

PROVIDERS = frozenset({"Practitioner", "PractitionerRole", "Organization", "Location"})
"""Types that become an entry of their own among doctors and places."""

SUPPORTING = PROVIDERS | {"Patient", "Medication", "Specimen", "Binary"}
"""Types that are read where others refer to them, and by themselves where nothing does."""

_NAMING = frozenset({"code", "name", "type", "status", "identifier", "content", "data"})
"""Parts that are told wherever something is referred to, or that say nothing by themselves."""


def tells_more(context: Context) -> bool:
    """Tell whether a resource that others refer to says more than its name."""
    resource = context.resource
    if resource.type == "Binary":
        return not context.is_used()
    if resource.type in PROVIDERS - {"Location"}:
        return True
    rest = {part: value for part, value in resource.body.items() if part not in _NAMING}
    concept = resource.body.get("code")
    if resource.type == "Medication" and phrase(concept, context.called) != words(concept):
        return True
    if resource.type == "Location":
        rest.pop("managingOrganization", None)
    return not context.is_used() or bool(in_words(rest, context.called) or narrative(rest))
