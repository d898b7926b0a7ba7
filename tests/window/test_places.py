"""Each place leads to a page that is there: its module is named by a text, which nothing checks."""

from importlib import import_module

import pytest

from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.window.places import _SPECIAL


@pytest.mark.parametrize("named", _SPECIAL.values())
def test_every_whole_journal_screen_is_found(named: str) -> None:
    module, _colon, name = named.partition(":")
    assert issubclass(getattr(import_module(f"secondop_desktop.window.{module}"), name), Page)
