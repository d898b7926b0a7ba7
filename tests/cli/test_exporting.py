"""What goes out: tables, calendars, and documents for other programs."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from secondop_desktop.catalogue import KINDS
from tests.cli.shell import Shell, sentence


def _table(path: Path) -> list[dict[str, str]]:
    lines = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    return [{_name(head): cell for head, cell in line.items()} for line in lines]


def _name(head: str) -> str:
    """Return the field that a heading names beside its words."""
    return head.rpartition(" [")[2].rstrip("]")


def _events(path: Path) -> list[Any]:
    found = Calendar.from_ical(path.read_bytes())
    return list(found.walk("VEVENT"))


@pytest.mark.parametrize(
    ("name", "part"),
    [("a.ZIP", "journal/data/entries/person.jsonl"), ("a.XLSX", "xl/workbook.xml")],
)
def test_the_ending_tells_the_format(shell: Shell, tmp_path: Path, name: str, part: str) -> None:
    shell("export", "--to", tmp_path / name)
    with zipfile.ZipFile(tmp_path / name) as zipped:
        assert part in zipped.namelist()


def test_a_document_for_other_programs(shell: Shell, tmp_path: Path) -> None:
    shell.add("diagnosis", "name=Angina")
    shell.add("diagnosis", "name=Secret", "private=yes")
    shell.add("allergy", "substance=Latex")
    shell.add("vaccination", "name=Tetanus")
    told = shell("export", "--to", tmp_path / "a.json")
    assert told.out == "1 private entry was left out; --with-private puts it in.\n"
    document = (tmp_path / "a.json").read_text("utf-8")
    assert json.loads(document)["type"] == "document"
    assert ("Angina" in document, "Secret" in document, "Latex" in document) == (True, False, True)
    assert "Tetanus" in document
    shell("export", "--to", tmp_path / "b", "--format", "fhir", "--sections", "diagnosis")
    chosen = (tmp_path / "b").read_text("utf-8")
    # What page one tells stays, whatever chapters are chosen.
    assert ("Latex" in chosen, "Tetanus" in chosen) == (True, False)


def test_an_unknown_ending_is_asked_about(shell: Shell, tmp_path: Path) -> None:
    said = shell.refused("export", "--to", tmp_path / "a.odt")
    assert "Say which with --format: pdf, pack, hand-over, questions" in said
    assert said.endswith("fhir, csv, xlsx, ics, docx, archive.")


def test_tables_of_an_earlier_export_are_replaced(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    shell("export", "--to", folder, "--format", "csv")
    (folder / "mine.txt").write_text("mine", "utf-8")
    shell.add("diagnosis", "name=Angina")
    shell("export", "--to", folder)
    assert [one["name"] for one in _table(folder / "diagnosis.csv")] == ["Angina"]
    assert (folder / "mine.txt").read_text("utf-8") == "mine"


def test_a_table_of_one_kind(shell: Shell, tmp_path: Path, person: str) -> None:
    doctor = shell.add("provider", "name==HYPERLINK(1)")
    shell.add(
        "diagnosis", "name=-1+1", f"given_by={doctor}", "date=2019", "about=yes", "notes=a\nb"
    )
    target = tmp_path / "d.csv"
    assert shell("export", "--to", target, "--sections", "diagnosis").out == ""
    assert target.read_bytes().startswith(
        b"\xef\xbb\xbfNumber in this journal [id],Person [person],"
    )
    (line,) = _table(target)
    assert line.items() >= {
        "person": person, "person_name": "Ann Lee", "name": "'-1+1", "given_by": doctor,
        "given_by_name": "'=HYPERLINK(1)", "date": "2019", "about": "yes", "notes": "a\nb",
    }.items()  # fmt: skip


def test_tables_of_all_kinds_in_a_folder(shell: Shell, tmp_path: Path) -> None:
    shell.add("diagnosis", "name=Angina")
    for folder, words in (("made", ["--format", "csv"]), ("there", [])):
        if not words:
            (tmp_path / folder).mkdir()
        shell("export", "--to", tmp_path / folder, *words)
        names = {path.name for path in (tmp_path / folder).iterdir()}
        assert names == {f"{kind}.csv" for kind in KINDS}
        assert [one["name"] for one in _table(tmp_path / folder / "diagnosis.csv")] == ["Angina"]


def test_a_list_of_everything(shell: Shell, tmp_path: Path) -> None:
    shell.add("diagnosis", "name=Angina", "date=2019-03")
    shell("export", "--to", tmp_path / "all.csv")
    found = [(one["kind"], one["title"], one["date"]) for one in _table(tmp_path / "all.csv")]
    assert found == [("person", "Ann Lee", ""), ("diagnosis", "Angina", "2019-03")]


def test_two_kinds_do_not_fit_one_table(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    assert "holds one kind" in shell.refused("export", "--to", target, "--sections", "cost,task")
    assert "no kind colour" in shell.refused("export", "--to", target, "--sections", "colour")
    assert not target.exists()


def test_what_is_chosen(shell: Shell, tmp_path: Path, person: str) -> None:
    other = shell.add("person", "name=Bea Lee")
    case = shell.add("case", "question=Operate?", f"person={person}")
    hers = f"person={person}"
    kept = shell.add("symptom", "what=Pain", hers, f"case={case}")
    free = shell.add("symptom", "what=No case", hers)
    elsewhere = shell.add("case", "question=Another?", hers)
    shell.add("symptom", "what=Other case", hers, f"case={elsewhere}")
    shell.add("symptom", "what=Not hers", f"person={other}")
    out = shell.add("symptom", "what=Left out", hers, f"case={case}")
    shell.add("symptom", "what=Private", hers, f"case={case}", "private=yes")
    target = tmp_path / "a.csv"
    words = ["--to", target, "--sections", "symptoms", "--person", person, "--case", case]
    said = shell("export", *words, "--leave-out", out)
    assert [one["id"] for one in _table(target)] == [kept, free]
    assert said.out == "1 private entry was left out; --with-private puts it in.\n"
    shell("export", *words, "--leave-out", out, "--with-private")
    assert [one["what"] for one in _table(target)] == ["Pain", "No case", "Private"]
    shell("export", *words, "--sections", "case")
    assert [one["id"] for one in _table(target)] == [case]
    assert "nobody" in shell.refused("export", *words, "--leave-out", "nobody")
    assert "There is no case" in shell.refused("export", "--to", target, "--case", "nobody")


def test_parts_stay_out_with_what_they_belong_to(shell: Shell, tmp_path: Path) -> None:
    out = shell.add("opinion", "place=1")
    private = shell.add("opinion", "place=2", "private=yes")
    kept = shell.add("opinion", "place=3")
    for opinion, text in ((out, "Out"), (private, "Private"), (kept, "Kept")):
        shell.add("statement", f"opinion={opinion}", "aspect=what", f"text={text}")
    words = ("export", "--to", tmp_path, "--leave-out", out)
    shell(*words)
    assert [one["id"] for one in _table(tmp_path / "opinion.csv")] == [kept]
    assert [one["text"] for one in _table(tmp_path / "statement.csv")] == ["Kept"]
    shell(*words, "--with-private")
    assert [one["text"] for one in _table(tmp_path / "statement.csv")] == ["Private", "Kept"]


def test_appointments_as_a_calendar(shell: Shell, tmp_path: Path) -> None:
    doctor = shell.add("provider", "name=Dr Shah")
    entry = shell.add(
        "appointment", "purpose=Heart clinic", "when=2026-07-14T10:30", f"provider={doctor}",
        "place=Ward 5", "notes=secret",
    )  # fmt: skip
    shell.add("appointment", "purpose=Some day", "when=2026-08")
    target = tmp_path / "a.ics"
    said = shell("export", "--to", target, "--alarm", "24")
    assert said.out == "1 appointment was left out because it has no date.\n"
    (event,) = _events(target)
    assert (event["uid"], event["summary"]) == (f"{entry}@secondop", "Heart clinic")
    assert event["dtstart"].dt.isoformat() == "2026-07-14T10:30:00+01:00"
    assert b"secret" not in target.read_bytes()
    first = target.read_bytes()
    shell("export", "--to", target, "--alarm", "24")
    assert target.read_bytes() == first


def test_a_removed_appointment_leaves_as_cancelled_under_a_higher_number(
    shell: Shell, tmp_path: Path
) -> None:
    entry = shell.add("appointment", "purpose=Scan", "when=2026-07-14T10:30", "how=phone")
    shell.add("appointment", "purpose=Kept", "when=2026-07-15")
    before, after = tmp_path / "a.ics", tmp_path / "b.ics"
    shell("export", "--to", before)
    (first, _other) = sorted(_events(before), key=lambda one: str(one["dtstart"].dt))
    shell("remove", entry)
    shell("export", "--to", after)
    gone = next(one for one in _events(after) if str(one["uid"]) == f"{entry}@secondop")
    assert (str(gone["status"]), first["uid"]) == ("CANCELLED", gone["uid"])
    assert gone["sequence"] > first["sequence"]


def test_only_a_pdf_can_have_a_password(shell: Shell, tmp_path: Path) -> None:
    secret = tmp_path / "p.txt"
    secret.write_text("x", "utf-8")
    words = ["--to", tmp_path / "a.csv", "--pdf-password-file", secret]
    assert "Only a PDF" in shell.refused("export", *words)


def test_a_failed_export_leaves_the_old_file(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "a.ics"
    folder.mkdir()
    said = shell.run("export", shell.journal, "--to", folder, "--format", "ics")
    assert "not saved" in sentence(said)
    assert list(folder.iterdir()) == []


def test_what_is_owned_by_a_private_entry_stays_out_too(shell: Shell, tmp_path: Path) -> None:
    doctor = shell.add("provider", "name=Dr Secret", "private=yes")
    question = shell.add("question", "text=A secret?", "private=yes")
    shell.add("answer", f"question={question}", "text=No")
    shell.add("diagnosis", "name=Angina", f"given_by={doctor}")
    shell.add("appointment", "when=2026-07-14", "purpose=Visit", f"provider={doctor}")
    said = shell("export", "--to", tmp_path, "--format", "csv")
    assert said.out == "2 private entries were left out; --with-private puts them in.\n"
    shell("export", "--to", tmp_path / "a.ics")
    shell("export", "--to", tmp_path / "a.csv")
    assert _table(tmp_path / "answer.csv") == []
    written = [path for path in tmp_path.iterdir() if path.suffix in {".csv", ".ics"}]
    assert len(written) == len(KINDS) + 2
    assert not [path.name for path in written if b"ecret" in path.read_bytes()]


@pytest.mark.parametrize("chosen", ["pdf", "csv", "ics", "docx"])
def test_no_journal_is_written_over(shell: Shell, tmp_path: Path, chosen: str) -> None:
    shell.add("letter", "title=Thanks", "text=Thank you.")
    words = ["--format", chosen, "--to"]
    assert "is a journal" in shell.refused("export", *words, shell.journal)
    other = tmp_path / "kept.bak"
    other.write_bytes(shell.journal.read_bytes())
    (tmp_path / "link.pdf").symlink_to(shell.journal)
    for name in ("kept.bak", "link.pdf", "new.secondop"):
        assert "is a journal" in shell.refused("export", *words, tmp_path / name)
    assert other.read_bytes() == shell.journal.read_bytes()
    assert not (tmp_path / "new.secondop").exists()


def test_a_journal_is_no_folder_for_tables_or_copies(shell: Shell, tmp_path: Path) -> None:
    bare = Shell(tmp_path / "ann", shell._capsys)
    bare.journal.write_bytes(shell.journal.read_bytes())
    bare.refused("export", "--format", "csv", "--to", bare.journal)
    bare.refused("backup", "--to", bare.journal)
