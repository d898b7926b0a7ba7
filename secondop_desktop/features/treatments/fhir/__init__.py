"""How treatments speak FHIR: procedures, medicine given in courses, and implants."""

from collections.abc import Mapping

from secondop_desktop.exchange.fhir.context import Reader
from secondop_desktop.features.treatments.fhir.courses import read_administration
from secondop_desktop.features.treatments.fhir.implants import read_use
from secondop_desktop.features.treatments.fhir.procedures import read_procedure

FHIR: Mapping[str, Reader] = {
    "Procedure": read_procedure,
    "MedicationAdministration": read_administration,
    "DeviceUseStatement": read_use,
    "DeviceUsage": read_use,
}
