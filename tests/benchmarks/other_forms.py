"""Reading records of other forms, each against its bare parser over the same bytes.

Apple Health: one pass over the XML against expat that hears of every element and keeps nothing.
C-CDA: the resources of a document against lxml that only builds the tree. FHIR XML: the same
against lxml. NDJSON: lines read strictly against ``json.loads`` of each.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from secondop_desktop.exchange.apple.export_file import BLOCK, Clean
from secondop_desktop.exchange.apple.scanning import scanned
from secondop_desktop.exchange.ccda.reading import resources
from secondop_desktop.exchange.containers.packed_stream import PlainFile
from secondop_desktop.exchange.fhir_xml.converting import converted
from secondop_desktop.exchange.incoming import json_files
from secondop_desktop.exchange.markup.opening import opened
from tests.benchmarks.export import exported
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import by_turns, timed, times
from tests.exchange.apple import made as apple
from tests.exchange.ccda import made as ccda
from tests.exchange.fhir_xml.as_xml import as_xml

_ROUNDS = 5
_RECORDS, _PROBLEMS = 40_000, 1_000


def figures(folder: Path) -> Iterator[Figure]:
    """Measure Apple Health, C-CDA, FHIR XML and NDJSON."""
    health = _health()
    yield from _pair(
        f"Scanning {len(health) // 1_000_000} MB of Apple Health, against expat",
        lambda: scanned(Clean(BytesIO(health)), {"pulse"}, lambda _day: ""),
        partial(_expat, health),
        1.3,
    )
    problems = (
        ccda.problem(ccda.coded("value", f"Illness {number}", str(number)), ccda.span("2011"))
        for number in range(_PROBLEMS)
    )
    document = ccda.document(ccda.section("11450-4", "Problems", *problems)).encode()
    yield from _pair(
        f"Reading {_PROBLEMS:,} problems of a C-CDA, against the bare tree",
        lambda: resources(opened(document, "a"), "a"),
        lambda: etree.fromstring(document),
        None,
    )
    bundle = json.loads(exported(1_000_000))
    xml = as_xml(bundle).encode()
    yield from _pair(
        "Converting 1 MB of FHIR XML, against the bare tree",
        lambda: converted(opened(xml, "a")),
        lambda: etree.fromstring(xml),
        None,
    )
    file = folder / "bulk.ndjson"
    file.write_text("\n".join(json.dumps(one["resource"]) for one in bundle["entry"]))
    yield from _pair(
        "Reading 1 MB of NDJSON, against json.loads",
        lambda: json_files.fhir_document(PlainFile(file, file.name)),
        lambda: [json.loads(line) for line in file.read_bytes().splitlines()],
        None,
    )


def _pair(
    name: str, ours: Callable[[], object], bare: Callable[[], object], wanted: float | None
) -> Iterator[Figure]:
    measured, least = by_turns(_ROUNDS, timed(ours), timed(bare))
    yield from times(name, measured, least, wanted)


def _health() -> bytes:
    device = "&lt;&lt;HKDevice: 0x282a45810&gt;, name:Watch, hardware:Watch6,2, software:10.1&gt;"
    kinds = ("HeartRate", "HeartRate", "StepCount", "ActiveEnergyBurned")
    records = (
        apple.record(kinds[number % 4], str(60 + number % 40), "count/min", device=device)
        for number in range(_RECORDS)
    )
    return apple.export(*records).encode()


def _expat(data: bytes) -> None:
    parser, source = expat.ParserCreate(), Clean(BytesIO(data))
    parser.StartElementHandler = lambda _name, _attributes: None
    while block := source.read(BLOCK):
        parser.Parse(block, False)
