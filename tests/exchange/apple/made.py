"""An export of Apple Health made for the tests."""

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any

DOCTYPE = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>
<!ATTLIST Me HKCharacteristicTypeIdentifierDateOfBirth CDATA #REQUIRED
 <!ELEMENT Broken as newer exports are
]>"""
ECG = """Name,Nora Dell
Date of Birth,3 Feb 1948
Recorded Date,2023-03-05 08:31:12 +0000
Classification,Sinus Rhythm
Symptoms,
Device,"Watch6,2"
Sample Rate,511.85 hertz

Lead,Lead I
Unit,µV

-12.5
-11.9
"""


def record(
    kind: str, value: str, unit: str, at: str = "2023-04-18 08:25:32 +0100", **more: str
) -> str:
    """Return one reading."""
    told = {"sourceName": "Health Mate", "unit": unit, "startDate": at, "value": value} | more
    inside = " ".join(f'{name}="{one}"' for name, one in told.items())
    return f'<Record type="HKQuantityTypeIdentifier{kind}" {inside}/>'


def pressure(high: str, low: str, at: str = "2023-04-18 08:25:32 +0100") -> str:
    """Return a blood pressure as Apple writes it: both readings, and once more together."""
    both = record("BloodPressureSystolic", high, "mmHg", at)
    both += record("BloodPressureDiastolic", low, "mmHg", at)
    return (
        f'{both}<Correlation type="HKCorrelationTypeIdentifierBloodPressure">{both}</Correlation>'
    )


def export(*records: str, doctype: str = DOCTYPE) -> str:
    """Return the XML of an export."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n<HealthData locale="en_GB">'
        '<ExportDate value="2024-06-01 10:00:00 +0100"/>'
        '<Me HKCharacteristicTypeIdentifierDateOfBirth="1948-02-03"'
        ' HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale"/>'
        f"{''.join(records)}</HealthData>"
    )


def zipped(
    xml: str, clinical: Sequence[dict[str, Any]] = (), ecg: str = "", name: str = "export.xml"
) -> bytes:
    """Return the zip of an export."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        packed.writestr(f"apple_health_export/{name}", xml)
        packed.writestr(f"__MACOSX/apple_health_export/._{name}", "x")
        for number, body in enumerate(clinical):
            place = f"clinical-records/{body['resourceType']}-{number}.json"
            packed.writestr(f"apple_health_export/{place}", json.dumps(body))
        if ecg:
            packed.writestr("apple_health_export/electrocardiograms/ecg_2023-03-05.csv", ecg)
    return out.getvalue()
