"""Photographs and how they are arranged go along in an archive, into a journal that has entries."""

from pathlib import Path

from PIL import Image

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.photographs.arrangement import Sheet
from secondop_desktop.exchange.photographs.sheets import as_pdf
from secondop_desktop.features.records.operations.photographs import (
    Paper,
    keep_paper,
    one_paper,
    paper_of,
)
from secondop_desktop.journal.file import Journal
from tests.journal.written import add


def test_they_can_be_arranged_again_where_they_came_in(tmp_path: Path) -> None:
    paths = [tmp_path / "IMG_1.png", tmp_path / "IMG_2.png"]
    for at, path in enumerate(paths):
        Image.new("RGB", (60, 80), (90 * at, 120, 200)).save(path)
    taken = one_paper(paths)
    assert isinstance(taken, Paper)
    paper = Paper(taken.pictures, taken.name, (Sheet(1, quarters=1), Sheet(0)))
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        own = {"person": add(journal, "person", name="Nerys Pugh")}
        keep_paper(journal, paper, as_pdf(paper.pictures, paper.sheets), None, own)
        write_archive(journal, tmp_path / "a.zip")
    with Journal.create(tmp_path / "b.secondop", KINDS) as other:
        person = add(other, "person", name="Nerys Pugh")
        add(other, "symptom", person=person, what="Dizzy")
        importing.apply(other, importing.read([tmp_path / "a.zip"], other, person))
        (row,) = other.entries("record")
        again = paper_of(other, row)
        assert again is not None
        assert again.sheets == paper.sheets
        assert [one.data() for one in again.pictures] == [path.read_bytes() for path in paths]
