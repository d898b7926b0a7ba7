"""What is twice as long, against what is half as long: work that grows with the square shows."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from secondop_desktop.exchange.pdf.blocks.flow import Para
from secondop_desktop.exchange.pdf.pages.document import About, preview
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.fields import TextField
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.picker.picker import Choice, Picker
from secondop_desktop.widgets.theme import Scheme
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import by_turns, timed, times

_ROUNDS = 3
_WANTED = 2.5
_ABOUT = About("Title", "Whose", "When", "What it is not", "Name")
_TEXTS = {
    "words": ("word and another wörd ", 19_000),
    "one word without an end": ("x", 400_000),
    "words of another script": ("Русский текст, ", 27_000),
    "short lines": ("a\n", 20_000),
}


def figures(_folder: Path) -> Iterator[Figure]:
    """Measure long texts on paper, long lists, a search in one, and a long paste."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT, 100)
    for name, (part, number) in _TEXTS.items():
        yield from _growth(f"Printing {name}", partial(_print, part), number)
    yield from _growth("Showing 20,000 rows", _rows, 20_000)
    yield from _growth("Choosing among 5,000, and searching them", _picker, 5_000)
    yield from _growth("Pasting 2 MB", _paste, 20_000)


def _growth(name: str, work: Callable[[int], object], number: int) -> Iterator[Figure]:
    whole, half = by_turns(_ROUNDS, timed(lambda: work(number)), timed(lambda: work(number // 2)))
    yield from times(f"{name}, against half as much", whole, half, _WANTED, own=True)


def _print(part: str, number: int) -> None:
    preview([Para(part * number)], _ABOUT)


def _rows(number: int) -> None:
    rows = RowList("Records")
    rows.resize(700, 600)
    rows.set_items([RowItem(f"id{at}", f"Letter {at}", "Clinic") for at in range(number)])
    rows.choose(f"id{number - 1}")
    rows.grab()
    rows.deleteLater()


def _picker(number: int) -> None:
    many = [Choice(str(at), f"Letter {at}", f"from clinic {at % 40}") for at in range(number)]
    picker = Picker("Choose", many, chosen=str(number - 1))
    picker.show()
    picker.search.setText("clinic 7 letter 9")
    picker.close()
    picker.deleteLater()


def _paste(lines: int) -> None:
    field = TextField()
    field.show()
    QGuiApplication.clipboard().setText(("word " * 20 + "\n") * lines)
    field.text.paste()
    field.close()
    field.deleteLater()
