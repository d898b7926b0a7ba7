"""FHIR written as XML, brought into the form in which FHIR is read here."""
