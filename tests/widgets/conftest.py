"""Every widget test starts from the same look."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets.theme import Theme
from tests import usual_look


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light at 100 %, and again afterwards whatever the test has changed."""
    yield from usual_look.kept(qapp)
