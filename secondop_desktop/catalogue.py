"""All kinds of entry, in the order that the command line and exports promise."""

from types import MappingProxyType

from secondop_desktop.features.allergies.kind import KIND as ALLERGY
from secondop_desktop.features.appointments.kind import KINDS as APPOINTMENTS
from secondop_desktop.features.cases.kind import KIND as CASE
from secondop_desktop.features.costs.kind import KIND as COST
from secondop_desktop.features.decisions.kind import KINDS as DECISIONS
from secondop_desktop.features.diagnoses.kind import KIND as DIAGNOSIS
from secondop_desktop.features.letters.kind import KIND as LETTER
from secondop_desktop.features.medicines.kind import KIND as MEDICINE
from secondop_desktop.features.opinions.kind import KINDS as OPINIONS
from secondop_desktop.features.people.kind import KIND as PERSON
from secondop_desktop.features.providers.kind import KIND as PROVIDER
from secondop_desktop.features.records.kind import KIND as RECORD
from secondop_desktop.features.relatives.kind import KIND as RELATIVE
from secondop_desktop.features.results.kind import KIND as RESULT
from secondop_desktop.features.symptoms.kind import KIND as SYMPTOM
from secondop_desktop.features.told.kind import KIND as TOLD
from secondop_desktop.features.treatments.kind import KIND as TREATMENT
from secondop_desktop.features.vaccinations.kind import KIND as VACCINATION
from secondop_desktop.journal.kinds import Kind, Kinds

_ORDER: tuple[Kind, ...] = (
    PERSON,
    PROVIDER,
    DIAGNOSIS,
    SYMPTOM,
    MEDICINE,
    ALLERGY,
    TREATMENT,
    VACCINATION,
    RELATIVE,
    RECORD,
    RESULT,
    CASE,
    *APPOINTMENTS,
    *OPINIONS,
    *DECISIONS,
    TOLD,
    LETTER,
    COST,
)

KINDS: Kinds = MappingProxyType({kind.name: kind for kind in _ORDER})
