"""A table in a page, a letter or an e-mail is kept with its words, and one sentence says so."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.tables_inside import is_table
from secondop_desktop.journal.file import Journal
from tests.exchange.source_files import documents

_ROWS = (
    ("Test", "Result", "Unit"),
    ("Urate", "0.41", "mmol/L"),
    ("Caeruloplasmin", "0.22", "g/L"),
)
_TAKEN = (("Medicine", "Dose"), ("Colchicine", "500 micrograms"), ("Allopurinol", "100 mg"))


def _page(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    return f"<!doctype html><html><body><p>Clinic of 3 May</p><table>{cells}</table></body></html>"


def _notices(journal: Journal, tmp_path: Path, name: str, data: bytes | str) -> list[str]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    plan = importing.read([path], journal)
    assert plan.new, "the file itself is kept"
    return [said for said in plan.notices if "table" in said]


def _mail(html: str, plain: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Canlyniadau", "a@clinic.example", "b@x.example"
    if plain:
        mail.set_content(plain)
        mail.add_alternative(html, subtype="html")
    else:
        mail.set_content(html, subtype="html")
    return mail


@pytest.mark.parametrize("rows", [_ROWS, _TAKEN, (*_ROWS[1:], ("Ferritin", "<5", "µg/L"))])
def test_a_web_page_with_a_table_says_that_the_table_was_not_read(
    journal: Journal, tmp_path: Path, rows: tuple[tuple[str, ...], ...]
) -> None:
    (said,) = _notices(journal, tmp_path, "ward.html", _page(rows))
    assert said.startswith("ward.html holds a table. It is kept with its words")
    assert "“Paste a table”" in said


@pytest.mark.parametrize("plain", ["", "Please see your results online."])
def test_an_e_mail_says_it_of_its_body_whichever_form_its_words_are_from(
    journal: Journal, tmp_path: Path, plain: str
) -> None:
    data = _mail(_page(_ROWS), plain).as_bytes()
    assert len(_notices(journal, tmp_path, "post.eml", data)) == 1


def test_a_table_that_came_with_an_e_mail_is_to_be_brought_in_by_itself(
    journal: Journal, tmp_path: Path
) -> None:
    mail = _mail("<p>Attached.</p>")
    for name, subtype, data in (
        ("urate.csv", "csv", "Date,Test,Result\n2026-02-03,Urate,0.41\n"),
        ("list.html", "html", _page(_TAKEN)),
        ("words.txt", "plain", "Dear Ms Llŵyd, all is well, we think.\n"),
    ):
        mail.add_attachment(data.encode(), maintype="text", subtype=subtype, filename=name)
    whole, inside = _notices(journal, tmp_path, "post.eml", mail.as_bytes())
    assert whole.startswith("urate.csv is a table that came with an e-mail.")
    assert inside.startswith("list.html holds a table.")


def test_a_letter_without_figures_in_rows_says_nothing(journal: Journal, tmp_path: Path) -> None:
    layout = (("Tel", "0300 123 4567"), ("Day", "3 May 2026"), ("Room", "East wing"))
    assert not _notices(journal, tmp_path, "visit.html", _page(layout))
    assert not _notices(journal, tmp_path, "letter.docx", documents.word())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Zinc · 11 µmol/L\nCopper · 17 µmol/L\nLead · 2 µg/L", True),
        ("Zinc · 11 µmol/L\nCopper · 17 µmol/L", False),
        ("Zinc · 11 µmol/L\nThe rest follows.\nCopper · 17 µmol/L\nLead · 2 µg/L", False),
        ("Mon · 9.30am\nTue · 10am\nWed · 11:15", False),
    ],
)
def test_rows_with_a_figure_next_to_each_other_make_a_table(words: str, expected: bool) -> None:
    assert is_table(words) is expected
