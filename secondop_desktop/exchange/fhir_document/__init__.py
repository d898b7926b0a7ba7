"""The journal as one FHIR R4 document, shaped as an International Patient Summary (IPS 2.0.0)."""
