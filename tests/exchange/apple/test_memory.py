"""A large export is read in one pass, without keeping what nobody chose."""

import tracemalloc
from io import BytesIO

from secondop_desktop.exchange.apple.export_file import Clean
from secondop_desktop.exchange.apple.scanning import scanned
from tests.exchange.apple import made


def test_the_memory_does_not_grow_with_the_file() -> None:
    steps = made.record("StepCount", "10", "count") * 40_000
    beats = made.record("HeartRate", "61", "count/min") * 20_000
    source = Clean(BytesIO(made.export(steps, beats).encode()))
    tracemalloc.start()
    found = scanned(source, {"pulse"}, lambda _day: "")
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.counts["HeartRate"] == 20_000
    assert most < 5_000_000
