"""The two contracts that list modules one by one leave none out."""

from configparser import ConfigParser

from tests.architecture.house import PACKAGE, ROOT

_WITH_QT = {"app", "widgets", "window"}
# The entry and the features are split further: __main__ may start either, rooms are named each.
_SPLIT = {"__main__", "features"}


def _sources(contract: str) -> set[str]:
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    names = parser[f"importlinter:contract:{contract}"]["source_modules"].split()
    return {name.removeprefix("secondop_desktop.") for name in names}


def _modules() -> set[str]:
    rooms = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    return rooms | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def _top(names: set[str]) -> set[str]:
    return {name for name in names if "." not in name}


def test_qt_is_kept_from_everything_without_a_window() -> None:
    assert _top(_sources("window-only")) == _modules() - _WITH_QT - _SPLIT


def test_sql_is_kept_from_everything_with_a_window() -> None:
    assert _top(_sources("no-sql")) == _modules() & _WITH_QT


def test_every_room_of_a_feature_is_on_one_side() -> None:
    sides = _sources("window-only") | _sources("no-sql")
    rooms = {name.rpartition(".")[2] for name in sides if name.startswith("features.")}
    assert rooms == {"model", "rules", "fhir", "pdf", "kind", "form", "page"}
