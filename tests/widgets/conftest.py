"""Every widget test starts from the same look."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light at 100 %, and again afterwards whatever the test has changed."""
    yield theme.apply(qapp, Scheme.LIGHT, 100)
    theme.apply(qapp, Scheme.LIGHT, 100)
