"""A treatment, a vaccination and a relative go through every layer, as any other kind does."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.cli.shell import Shell

ENTRIES = {
    "treatment": ("name=Hemicolectomy", "date=2021-03", "response=No leak since"),
    "vaccination": ("name=Tetanus", "date=2019-08-09", "lot=TT-44"),
    "relative": ("who=Great-aunt", "condition=Bowel cancer", "age=52", "died_of_it=yes"),
}
TOLD = {"treatment": "No leak since", "vaccination": "TT-44", "relative": "at age 52"}
every = pytest.mark.parametrize("kind", ENTRIES)


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _facts(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: told for name, told in entry.items() if name not in {"created", "changed"}}


@every
def test_it_is_added_listed_shown_found_and_taken_back(shell: Shell, kind: str) -> None:
    entry = shell.add(kind, *ENTRIES[kind])
    (listed,) = shell.json("list", kind)
    assert listed["id"] == entry
    assert shell.json("show", entry)["id"] == entry
    words = ENTRIES[kind][0].partition("=")[2]
    assert [hit["id"] for hit in shell.json("search", words)] == [entry]
    shell("undo")
    assert shell.json("list", kind) == []


@pytest.mark.parametrize("kind", ["treatment", "vaccination"])
def test_what_has_a_date_stands_on_the_timeline(shell: Shell, kind: str) -> None:
    entry = shell.add(kind, *ENTRIES[kind])
    assert entry in [one["id"] for one in shell.json("timeline")]


@every
def test_its_chapter_tells_it(shell: Shell, tmp_path: Path, kind: str) -> None:
    shell.add(kind, *ENTRIES[kind])
    shell("export", "--to", tmp_path / "a.pdf", "--sections", kind)
    assert TOLD[kind] in _text(tmp_path / "a.pdf")


@every
def test_its_table_comes_in_again_with_nothing_lost(
    shell: Shell, tmp_path: Path, kind: str
) -> None:
    shell.add(kind, *ENTRIES[kind], "notes=As she told it", "private=yes")
    before = shell.json("list", kind)
    table = tmp_path / f"{kind}.csv"
    shell("export", "--to", table, "--sections", kind, "--with-private")
    shell("undo")
    assert shell.json("list", kind) == []
    shell("import", table)
    assert [_facts(one) for one in shell.json("list", kind)] == [_facts(one) for one in before]
    assert shell.json("import", table, "--plan")["new"] == 0
