"""FHIR as XML comes in as its JSON does: the same entries, nothing twice by the other form."""

import gzip
import json
from decimal import Decimal

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal import sources
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, bundle, concept, observation, patient, resource, written
from tests.exchange.fhir_xml.as_xml import as_xml
from tests.exchange.imports.conftest import Plans, Put

BODIES = (
    patient(),
    observation("hb", "132.50"),
    resource("Condition", "c1", code=concept("Asthma", "195967001"), onsetDateTime="2011-04"),
)


def xml(*bodies: Body) -> str:
    return as_xml(json.loads(written(bundle(*bodies)), parse_float=Decimal))


def test_it_is_read_as_its_json_is(journal: Journal, bring: Plans, plan: Plans) -> None:
    brought = bring("a.xml", xml(*BODIES))
    assert [item.kind for item in brought.new] == ["result", "diagnosis"]
    [row] = journal.entries("result")
    assert (row.value.text, row.unit, row.date.iso) == ("132.50", "g/L", "2024-03-05T10:30")
    again = plan("a.json", *BODIES)
    assert (again.new, again.changed, len(again.same)) == ((), (), 3)
    journal.undo()
    assert journal.entries("result") == []


def test_packed_it_is_read_too(journal: Journal, bring: Plans) -> None:
    bring("a.xml.gz", gzip.compress(xml(*BODIES).encode("utf-16")))
    assert len(journal.entries("diagnosis")) == 1


def test_the_place_it_came_from_is_shown(journal: Journal, bring: Plans) -> None:
    bring("a.xml", xml(*BODIES))
    source = sources.source_of(journal, journal.entries("result")[0])
    assert source is not None
    shown = sources.piece(journal, source)
    assert shown.lstrip().startswith("<Observation")
    assert "132.50" in shown
    assert "Asthma" not in shown


@pytest.mark.parametrize("cut", [20, 400, 900])
def test_one_that_is_cut_is_refused(journal: Journal, put: Put, cut: int) -> None:
    path = put("a.xml", xml(*BODIES)[:-cut])
    with pytest.raises(UserError, match=r"a\.xml: line 2: this is not whole XML"):
        importing.read([path], journal)
