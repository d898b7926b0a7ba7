"""The sample on one fixed day, and a journal with only a name in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.pdf.pages.page_breaks import Pages
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.summary.story import Made
from tests.summary.printed import TODAY, made


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    path = tmp_path_factory.mktemp("summary") / "sample.secondop"
    write_sample(path, today=TODAY)
    with Journal.look(path, KINDS) as journal:
        yield journal


@pytest.fixture(scope="session")
def usual(sample: Journal) -> tuple[bytes, Made]:
    """The sample as it is printed when nothing is chosen."""
    return made(sample)


@pytest.fixture
def ann(tmp_path: Path) -> Iterator[Journal]:
    """A journal of Ann Lee, of whom only the name is known."""
    with Journal.create(tmp_path / "ann.secondop", KINDS) as journal:
        with journal.change("Add person") as change:
            change.add("person", name="Ann Lee")
        yield journal


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Tell of each page that was turned how much of it stayed empty, as a part of its height."""
    found: list[float] = []
    turn = Pages._turn

    def told(pages: Pages) -> None:
        sheet = pages.canvas.sheet
        if not pages._fresh:
            found.append((pages._y - sheet.bottom) / sheet.height)
        turn(pages)

    monkeypatch.setattr(Pages, "_turn", told)
    return found
