"""Imaging discs (DICOM PS3.10 and PS3.12): what is on one, and keeping it whole as one record."""
