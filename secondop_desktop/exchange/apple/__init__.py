"""What Apple Health exports: measurements, pulse by the day, electrocardiograms, and FHIR."""
