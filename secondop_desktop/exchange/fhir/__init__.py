"""FHIR as it comes in (R4, and STU3 as far as it reads alike): https://hl7.org/fhir/R4/."""
