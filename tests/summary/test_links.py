"""Wherever the paper names a record, the name leads to where the record is listed."""

from io import BytesIO

import pikepdf
import pytest

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from tests.summary.printed import add, made

_DAY = PartialDate(2026, 3, 5)


def _hints(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [one for page in pdf.pages for one in page.get("/Annots", [])]
        return [str(one.Contents) for one in found if "/Contents" in one]


@pytest.mark.parametrize(
    ("kind", "values", "chapter"),
    [
        ("medicine", {"name": "Senna"}, "medicine"),
        ("diagnosis", {"name": "Gout"}, "diagnosis"),
        ("treatment", {"name": "Stent"}, "treatment"),
        ("vaccination", {"name": "Flu"}, "vaccination"),
        ("relative", {"who": "Aunt", "condition": "Gout"}, "relative"),
        ("appointment", {"purpose": "Talk", "notes": "Long"}, "appointment"),
        ("told", {"what": "All", "date": _DAY}, "told"),
    ],
)
def test_records_of_an_entry(
    ann: Journal, kind: str, values: dict[str, object], chapter: str
) -> None:
    record = add(ann, "record", title="Clinic letter", date=_DAY, state="have")
    add(ann, kind, records=(record,), **values)
    assert "Clinic letter" in _hints(made(ann, sections=("record", chapter))[0])
    assert "Clinic letter" not in _hints(made(ann, sections=(chapter,))[0])  # it leads nowhere


def test_the_source_of_a_result_a_task_and_what_is_missing(ann: Journal) -> None:
    record = add(ann, "record", title="Lab report", date=_DAY, state="have")
    add(ann, "record", title="Slides", state="wanted")
    said = {"value": Quantity("5"), "unit": "g/L", "date": _DAY}
    add(ann, "result", test="Iron", record=record, page=2, **said)
    add(ann, "task", text="Ring", linked=(record,))
    hints = _hints(made(ann, sections=("record", "every-result", "task"))[0])
    assert "Lab report, page 2" in hints
    assert "Lab report" in hints
    assert "Slides" in hints
