"""Finds the form of a kind: it lies beside the kind's model, in ``form.py``."""

from importlib import import_module

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.widgets.entries import KindPage
from secondop_desktop.widgets.form import Form


def form_of(kind: Kind) -> type[Form]:
    """Return the form of a kind; raises KeyError, a fault of ours, when it has none."""
    room = kind.model.__module__.rpartition(".")[0]
    forms: dict[str, type[Form]] = import_module(f"{room}.form").FORMS
    return forms[kind.name]


def page_of(kind: Kind) -> type[KindPage]:
    """Return the special page of a kind, from ``page.py`` beside its form."""
    room = kind.model.__module__.rpartition(".")[0]
    pages: dict[str, type[KindPage]] = import_module(f"{room}.page").PAGES
    return pages[kind.name]
