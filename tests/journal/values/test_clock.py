"""The person's own clock."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from secondop_desktop.journal.values.clock import local_now, local_today


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer fourteen hours ahead of Greenwich."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "XXX-14")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
@pytest.mark.usefixtures("far_east")
def test_it_is_the_day_where_the_person_is() -> None:
    there = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=14)
    assert local_now().tzinfo is None
    assert abs(local_now() - there) < timedelta(minutes=1)
    assert local_today() in {there.date(), (there + timedelta(minutes=1)).date()}
