"""What each type of resource is in plain words, and as which sort of record it is kept."""

from collections.abc import Mapping

from secondop_desktop.exchange.fhir.labels import split
from secondop_desktop.lang import N_, _

_SORTS: Mapping[str, tuple[str, str]] = {
    "AdverseEvent": (N_("Harm from treatment"), "note"),
    "AllergyIntolerance": (N_("Note on allergies"), "note"),
    "Basic": (N_("Note"), "note"),
    "Binary": (N_("File"), "other"),
    "BodySite": (N_("Part of the body"), "note"),
    "BodyStructure": (N_("Part of the body"), "note"),
    "CarePlan": (N_("Care plan"), "plan"),
    "CareTeam": (N_("Care team"), "plan"),
    "ClinicalImpression": (N_("What the clinician found"), "note"),
    "Communication": (N_("Message"), "letter"),
    "CommunicationRequest": (N_("Request for a message"), "note"),
    "Composition": (N_("Document"), "letter"),
    "Condition": (N_("Note on health"), "note"),
    "Consent": (N_("Consent or decision"), "consent"),
    "Coverage": (N_("Insurance"), "other"),
    "DetectedIssue": (N_("Warning"), "note"),
    "Device": (N_("Device or implant"), "device"),
    "DeviceRequest": (N_("Device asked for"), "device"),
    "DeviceUsage": (N_("Use of a device"), "device"),
    "DeviceUseStatement": (N_("Use of a device"), "device"),
    "DiagnosticOrder": (N_("Test asked for"), "referral"),
    "DiagnosticReport": (N_("Report"), "result"),
    "DocumentManifest": (N_("Set of documents"), "letter"),
    "DocumentReference": (N_("Document"), "letter"),
    "Encounter": (N_("Appointment"), "consultation"),
    "EpisodeOfCare": (N_("Episode of care"), "consultation"),
    "FamilyMemberHistory": (N_("Family history"), "family"),
    "Flag": (N_("Alert"), "note"),
    "Goal": (N_("Goal"), "plan"),
    "GuidanceResponse": (N_("Guidance"), "note"),
    "ImagingSelection": (N_("Pictures of a scan"), "imaging"),
    "ImagingStudy": (N_("Pictures of a scan"), "imaging"),
    "Immunization": (N_("Vaccination"), "vaccination"),
    "ImmunizationEvaluation": (N_("Vaccination check"), "vaccination"),
    "ImmunizationRecommendation": (N_("Vaccinations due"), "vaccination"),
    "List": (N_("List"), "note"),
    "Location": (N_("Place"), "other"),
    "Media": (N_("Picture or recording"), "photo"),
    "Medication": (N_("Medicine"), "medicine"),
    "MedicationAdministration": (N_("Medicine given"), "medicine"),
    "MedicationDispense": (N_("Medicine dispensed"), "medicine"),
    "MedicationOrder": (N_("Prescription"), "prescription"),
    "MedicationRequest": (N_("Prescription"), "prescription"),
    "MedicationStatement": (N_("Medicine"), "medicine"),
    "MedicationUsage": (N_("Medicine"), "medicine"),
    "NutritionIntake": (N_("Food and drink"), "note"),
    "NutritionOrder": (N_("Diet"), "plan"),
    "Observation": (N_("Note"), "note"),
    "Organization": (N_("Place"), "other"),
    "Practitioner": (N_("Clinician"), "other"),
    "PractitionerRole": (N_("Clinician"), "other"),
    "Procedure": (N_("Procedure"), "procedure"),
    "ProcedureRequest": (N_("Request"), "referral"),
    "QuestionnaireResponse": (N_("Answers to questions"), "note"),
    "ReferralRequest": (N_("Referral"), "referral"),
    "RelatedPerson": (N_("Related person"), "other"),
    "RequestGroup": (N_("Requests"), "plan"),
    "RiskAssessment": (N_("Estimate of risk"), "note"),
    "ServiceRequest": (N_("Request"), "referral"),
    "Specimen": (N_("Sample"), "result"),
    "SupplyDelivery": (N_("Delivery"), "device"),
    "SupplyRequest": (N_("Supplies asked for"), "device"),
    "Task": (N_("Task"), "note"),
    "VisionPrescription": (N_("Glasses or lenses"), "prescription"),
}

BOOKKEEPING: Mapping[str, str] = {
    "Account": N_("Accounts"),
    "AuditEvent": N_("Access log"),
    "ChargeItem": N_("Charges"),
    "Claim": N_("Bills"),
    "ClaimResponse": N_("Replies to claims"),
    "CoverageEligibilityRequest": N_("Questions to the insurer"),
    "CoverageEligibilityResponse": N_("Replies from the insurer"),
    "Endpoint": N_("Addresses of computers"),
    "ExplanationOfBenefit": N_("Payments from the insurer"),
    "Invoice": N_("Invoices"),
    "MessageHeader": N_("Headers of messages"),
    "OperationOutcome": N_("Reports of the sending system"),
    "PaymentNotice": N_("Payments"),
    "PaymentReconciliation": N_("Payments"),
    "Provenance": N_("Where entries came from"),
    "Subscription": N_("Subscriptions"),
}
"""What is about bills and computers: told together, a dated line each."""


def sort_of(kind: str) -> str:
    """Return as which sort of record a type of resource is kept."""
    return _SORTS[kind][1] if kind in _SORTS else "other"


def words_for(kind: str) -> str:
    """Say a type of resource in plain words."""
    known = _SORTS[kind][0] if kind in _SORTS else BOOKKEEPING.get(kind)
    return _(known) if known else split(kind)
