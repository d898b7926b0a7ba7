"""A password on a summary: AES-256, the only PDF encryption that still holds."""

from io import BytesIO


def locked(data: bytes, password: str) -> bytes:
    """Return the PDF so that it opens only with the password; reading it aloud stays allowed."""
    import pikepdf

    out = BytesIO()
    allow = pikepdf.Permissions(accessibility=True)
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            out, encryption=pikepdf.Encryption(owner=password, user=password, R=6, allow=allow)
        )
    return out.getvalue()
