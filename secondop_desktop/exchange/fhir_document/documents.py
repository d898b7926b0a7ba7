"""Records as DocumentReference: what papers there are, without the files themselves."""

from typing import Any

from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building
from secondop_desktop.exchange.fhir_document.values import concept, dated, filled, one_line, period


def record(row: Any, doc: Building) -> Body:
    """Return one record; FHIR demands an attachment, which names the file that stays behind."""
    title = one_line(row.title) or one_line(doc.rows.names(row.id))
    size = row.file_size if row.file_size and 0 < row.file_size < 2**31 else None
    named = filled(title=one_line(row.file_name) or title, size=size)
    own = _authors(row, doc)
    return doc.entry("record", row, {
        "resourceType": "DocumentReference",
        "status": "current",
        **filled(
            type=concept(doc.word("record", "type", row.type)) if row.type else None,
            subject=doc.subject,
            author=own,
            description=title,
        ),
        "content": [{"attachment": {**named, **dated("creation", row.date, clock=True)}}],
        **({"context": {"period": period(row.date, None)}} if row.date else {}),
    })  # fmt: skip


def _authors(row: Any, doc: Building) -> list[Body]:
    return doc.refs([row.from_provider], "Practitioner", "Organization")
