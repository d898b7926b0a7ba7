"""Files that lie inside a PDF as they are, as PDF/A-3 allows (ISO 19005-3, 6.8)."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

SUPPLEMENT, DATA = "/Supplement", "/Data"
"""What a file is to the pages (AFRelationship): something besides, or what they were made from."""


@dataclass(frozen=True)
class Inside:
    """A file that lies inside the PDF as it is: its name, its media type, and its bytes."""

    name: str
    type: str
    opened: Callable[[], BinaryIO]
    about: str = ""
    relationship: str = SUPPLEMENT


def put_inside(pdf: Any, one: Inside) -> None:
    """Put a file into an open PDF, where readers list it."""
    import pikepdf

    spec = pikepdf.AttachedFileSpec(
        pdf,
        one.opened().read(),
        filename=one.name,
        description=one.about,
        mime_type=one.type or "application/octet-stream",
        relationship=pikepdf.Name(one.relationship),
    )
    pdf.attachments[one.name] = spec
    held = pdf.attachments[one.name].obj
    files = pdf.Root.get("/AF") or pikepdf.Array()
    if held.objgen not in {known.objgen for known in files}:  # newer pikepdf lists it by itself
        files.append(held)
    pdf.Root.AF = files


def with_inside(data: bytes, one: Inside) -> bytes:
    """Return a whole PDF with one file in it."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        put_inside(pdf, one)
        mode = pikepdf.ObjectStreamMode.generate
        pdf.save(out, object_stream_mode=mode, deterministic_id=True)
    return out.getvalue()
