"""Made-up files of any size in each form that "Bring in files" reads, all of one person."""

import json
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks.export import bodies, exported
from tests.benchmarks.large import words
from tests.exchange.apple import made as apple
from tests.exchange.ccda import made as ccda

Make = Callable[[Path, int], Path]
"""Writes a file of about so many letters into a folder."""

_DOCUMENTS = 5
"""In one zip, as a hospital hands them out: one for each stay."""

_KINDS = ("HeartRate", "StepCount", "BodyMass", "OxygenSaturation")
_ROW = 66
"""Letters of a row of the table, about."""


def fhir(folder: Path, size: int) -> Path:
    """Write a bundle of FHIR."""
    path = folder / "bundle.json"
    path.write_text(exported(size), encoding="utf-8")
    return path


def lines(folder: Path, size: int) -> Path:
    """Write the same as lines; none of them is held."""
    path = folder / "bulk.ndjson"
    with path.open("w", encoding="utf-8") as stream:
        for body in bodies(random.Random(7)):
            size -= stream.write(f"{json.dumps(body, default=str)}\n")
            if size <= 0:
                break
    return path


def documents(folder: Path, size: int) -> Path:
    """Write a zip of C-CDA documents with problems and results."""
    path, chance = folder / "documents.zip", random.Random(7)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(_DOCUMENTS):
            packed.writestr(f"CDA/stay-{number}.xml", _document(chance, size // _DOCUMENTS))
    return path


def _document(chance: random.Random, size: int) -> str:
    problems, results = list[str](), list[str]()
    while size > 0:
        day = (
            f"{2005 + chance.randrange(20)}{1 + chance.randrange(12):02}0{1 + chance.randrange(9)}"
        )
        name = words(chance, 3).capitalize()
        problems.append(ccda.problem(ccda.coded("value", name, str(len(problems))), ccda.span(day)))
        amount = ccda.amount(str(chance.randrange(1, 99)), "g/L")
        tests = (ccda.result(words(chance, 2), amount, when=day) for _test in range(4))
        results.append(ccda.panel("Blood count", *tests, when=day))
        size -= len(problems[-1]) + len(results[-1])
    told = ccda.section("11450-4", "Problems", *problems)
    return ccda.document(told, ccda.section("30954-2", "Results", *results))


def health(folder: Path, size: int) -> Path:
    """Write an export of Apple Health: readings of twenty years, several each day."""
    path, told, number = folder / "export.zip", list[str](), 0
    while size > 0:
        day = f"{2005 + number // 168 % 20}-{1 + number // 14 % 12:02}-{1 + number // 4 % 28:02}"
        at = f"{day} 08:{number % 60:02}:32 +0100"
        told.append(apple.record(_KINDS[number % 4], str(60 + number % 40), "count/min", at))
        size, number = size - len(told[-1]), number + 1
    path.write_bytes(apple.zipped(apple.export(*told)))
    return path


def table(folder: Path, size: int) -> Path:
    """Write a table of results as CSV."""
    path, chance = folder / "results.csv", random.Random(7)
    with path.open("w", encoding="utf-8") as stream:
        stream.write("Date,Test,Value,Unit,Low,High,Comment\n")
        for number in range(size // _ROW):
            day = f"{2005 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
            test, said = words(chance, 2).capitalize(), words(chance, 4)
            stream.write(f"{day},{test},{chance.randrange(1, 99)},g/L,10,60,{said}\n")
    return path


FORMS: Mapping[str, tuple[str, Make]] = {
    "FHIR": ("Margaret Hale", fhir),
    "NDJSON": ("Margaret Hale", lines),
    "C-CDA": ("Nora Dell", documents),
    "Apple Health": ("Nora Dell", health),
    "CSV": ("Nora Dell", table),
}
"""By the form: the person whom it names, and what writes it."""
