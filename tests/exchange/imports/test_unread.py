"""A file that looks like data and is only kept says what it is; what can be unpacked is read."""

import gzip
import io
import zipfile

import pytest

from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import bundle, observation, patient, written
from tests.exchange.imports.conftest import Plans

CDA = (
    '<?xml version="1.0"?><?xml-stylesheet href="x"?><!-- kept -->\n'
    '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Discharge</title>'
    "<text><paragraph>Bilateral hernia</paragraph></text></ClinicalDocument>"
)
BUNDLE = written(bundle(patient(), observation("o1")))


def _zip(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, "<a/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ccd.xml", CDA, "(C-CDA) without entries"),
        ("oru.hl7", "MSH|^~\\&|LAB|X\rPID|1||7\r", "(HL7)"),
        ("mllp.hl7", "\x0bMSH|^~\\&|LAB|X\rPID|1||7\r\x1c\r", "(HL7)"),
        ("lab.edi", "UNB+UNOA:2+LAB+GP'UNH+1+MEDRPT'", "(EDIFACT)"),
        ("steps.json", '{"steps": [1, 2]}', "data (JSON)"),
        ("Mine.secondop", bytes(range(200, 256)) * 90, "is a journal"),
        ("thing.xml", '<?xml version="1.0"?><thing/>', "data (XML)"),
        ("notes.gz", gzip.compress(b"Slept well", mtime=0), "packed file"),
        ("broken.gz", b"\x1f\x8b nothing", "packed file"),
        ("scans.zip", _zip("scan/1.dcm"), "packed file"),
        ("note.txt", "Анализ крови".encode("cp1251"), "cannot tell how its letters are coded"),
        ("export.zip", _zip("apple_health_export/export.xml"), "Apple Health"),
    ],
)
def test_what_is_kept_unread_says_so(bring: Plans, name: str, data: str, said: str) -> None:
    made = bring(name, data)
    assert [item.kind for item in made.new] == ["record"]
    [notice] = made.notices
    assert notice.startswith(name)
    assert said in notice


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("oru.hl7", b"MSH|^~\\&|LAB|X|1|2\rNTE|1|L|Spleen seen|1|2\rOBX|1|NM|Hb|7|g/L\r"),
        ("oru.hl7.gz", gzip.compress(b"MSH|^~\\&|LAB|X\rOBX|1|NM|Hb\r", mtime=0)),
        ("lab.edi", b"UNB+UNOA:2+LAB|1'|2\nUNH+1|MED|2\n"),
    ],
)
def test_the_bars_of_a_message_are_no_columns(bring: Plans, name: str, data: bytes) -> None:
    made = bring(name, data)
    assert [item.kind for item in made.new] == ["record"]
    assert (len(made.notices), made.questions) == (1, ())


def test_the_lines_of_a_message_do_not_run_together(journal: Journal, bring: Plans) -> None:
    bring("oru.hl7", b"MSH|^~\\&|LAB|X\rNTE|1|L|Spleen\rOBX|1|NM|Hb\r")
    assert journal.entries("record")[0].text.splitlines()[1] == "NTE|1|L|Spleen"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("letter.docx", _zip("[Content_Types].xml")),
        ("notes.txt", "[Ward round] all well"),
        ("notes.txt", "Slept well"),
        ("thing.bin", bytes(range(256))),
    ],
)
def test_nothing_is_said_of_other_files(bring: Plans, name: str, data: str) -> None:
    assert bring(name, data).notices == ()


def test_the_words_of_a_summary_are_found_without_its_markup(
    journal: Journal, bring: Plans
) -> None:
    bring("ccd.xml", CDA)
    [row] = journal.entries("record")
    assert [hit.id for hit in journal.find("bilateral hernia")] == [row.id]
    assert "paragraph" not in row.text


def test_the_parts_of_a_name_in_a_summary_are_words_of_their_own(
    journal: Journal, bring: Plans
) -> None:
    bring(
        "ccd.xml", CDA.replace("Bilateral", "<name><given>Ada</given><family>Moss</family></name>")
    )
    assert journal.find("moss")


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(BUNDLE.encode(), mtime=0),
        gzip.compress(BUNDLE.encode("utf-8-sig"), mtime=0),
        BUNDLE.encode("utf-8-sig"),
        BUNDLE.encode("utf-16"),
        BUNDLE.encode("utf-16-le"),
        gzip.compress("\n".join(map(written, (patient(), observation("o1")))).encode(), mtime=0),
    ],
)
def test_fhir_is_read_however_it_is_packed_or_written(bring: Plans, data: bytes) -> None:
    assert [item.kind for item in bring("export", data).new] == ["result"]


def test_what_a_summary_lists_stands_below_the_title_it_is_listed_under(
    journal: Journal, bring: Plans
) -> None:
    items = "<list><item>Latex</item><item>Egg</item></list>"
    section = f"<section><title>Allergies</title><text>{items}</text></section>"
    bring("ccd.xml", CDA.replace("</ClinicalDocument>", f"{section}</ClinicalDocument>"))
    told = [row.text for row in journal.entries("record")]
    assert any("Latex\nEgg" in text for text in told)


def test_text_in_other_letters_is_not_taken_for_broken_json(bring: Plans) -> None:
    made = bring("kana.txt", "日本語の文書".encode("cp932"))
    assert [item.kind for item in made.new] == ["record"]
    assert "cannot tell how its letters are coded" in made.notices[0]
