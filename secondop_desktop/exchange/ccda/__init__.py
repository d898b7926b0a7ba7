"""C-CDA documents (HL7 CDA R2; C-CDA R1.1 and R2.1) as the FHIR that says the same.

After HL7's *C-CDA on FHIR*: what a document tells becomes resources, so that whose it is, what
is told twice, undo and the place in the file are those of FHIR.
"""
