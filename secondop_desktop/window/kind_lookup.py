"""Finds the form and the page of a kind: they lie beside the kind's model."""

from importlib import import_module
from importlib.util import find_spec

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage


def form_of(kind: Kind) -> type[Form]:
    """Return the form of a kind; raises KeyError, a fault of ours, when it has none."""
    room = kind.model.__module__.rpartition(".")[0]
    forms: dict[str, type[Form]] = import_module(f"{room}.form").FORMS
    return forms[kind.name]


def page_of(kind: Kind) -> type[KindPage]:
    """Return the page of a kind: its own, from ``page`` beside its form, or the plain one."""
    room = f"{kind.model.__module__.rpartition('.')[0]}.page"
    if find_spec(room) is None:
        return ReadingPage
    pages: dict[str, type[KindPage]] = import_module(room).PAGES
    return pages.get(kind.name, ReadingPage)
