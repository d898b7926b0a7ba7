"""What is attached to an e-mail becomes records of it, all in one step."""

import gzip
from email.message import EmailMessage
from pathlib import Path

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.source_files import mail_file
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import bundle, observation, written
from tests.exchange.containers.test_gathering import CARE, packed
from tests.exchange.source_files import documents, outlook
from tests.widgets.preview import samples


def _mail(tmp_path: Path, data: bytes, name: str = "post.eml") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_attachments_become_records_of_the_e_mail_in_one_step(
    journal: Journal, tmp_path: Path
) -> None:
    data = documents.mail((samples.pdf(1), "Llythyr – Gorff.pdf"), (documents.word(), "l.docx"))
    path = _mail(tmp_path, data)
    importing.apply(journal, importing.read([path], journal))
    mail, *files = journal.entries("record")
    assert [row.title for row in (mail, *files)] == [
        "Eich canlyniadau – results",
        "Llythyr – Gorff",
        "l",
    ]
    assert mail.date.iso == "2026-07-14"
    assert journal.file(mail.file) == data
    assert [row.linked for row in files] == [(mail.id,), (mail.id,)]
    assert "Letter page 1" in files[0].text
    assert not importing.read([path], journal).new
    journal.undo()
    assert not journal.entries("record")


def test_a_message_of_outlook_gives_its_files_too(journal: Journal, tmp_path: Path) -> None:
    data = outlook.message("Moved", "See.", "Ward", 1784020000, ("plan.rtf", documents.RTF))
    plan = importing.read([_mail(tmp_path, data, "m.msg")], journal)
    assert [item.title for item in plan.new] == ["Moved", "plan"]
    assert "Platelets" in plan.new[1].draft.values["text"]


def test_an_e_mail_in_an_e_mail_is_a_record_with_files_of_its_own(tmp_path: Path) -> None:
    outer, inner = EmailMessage(), EmailMessage()
    inner["Subject"], inner["From"] = "Bone scan", "a@clinic.example"
    inner.set_content("Attached.")
    inner.add_attachment(b"Hip -1.2", maintype="text", subtype="plain", filename="bone.txt")
    outer["Subject"], outer["To"], outer["From"] = "Fwd", "b@home.example", "c@home.example"
    outer.set_content("See below")
    outer.add_attachment(inner)
    drafts = mail_file.read(_mail(tmp_path, outer.as_bytes())).drafts
    assert [one.values["title"] for one in drafts] == ["Fwd", "Bone scan", "bone"]
    assert drafts[2].values["linked"][0].origin == drafts[1].origin


def test_a_crest_in_the_words_is_no_record_and_a_photo_in_them_is(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Rash", "a@home.example"
    mail.set_content("<img src='cid:crest'><img src='cid:photo'>", subtype="html")
    large = samples.picture("BMP", (200, 200))
    for name, data in (("crest", samples.picture("PNG")), ("photo", large)):
        mail.add_related(data, "image", "png", cid=f"<{name}>", filename=f"{name}.png")
    drafts = mail_file.read(_mail(tmp_path, mail.as_bytes())).drafts
    assert [one.values["title"] for one in drafts] == ["Rash", "photo"]


@pytest.mark.parametrize("files", [((b"", "a.pdf"),), ((b"%PDF-1.4 broken", "a.pdf"),)])
def test_a_file_that_is_none_is_named_and_the_e_mail_kept(
    tmp_path: Path, files: tuple[tuple[bytes, str], ...]
) -> None:
    reading = mail_file.read(_mail(tmp_path, documents.mail(*files)))
    assert len(reading.drafts) == 1
    assert [("a.pdf" in one.why, one.where) for one in reading.skipped] == [(True, "a.pdf")]


def test_nests_without_end_are_kept(tmp_path: Path) -> None:
    head = b"From: a@b.example\nSubject: Deep\n"
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (at, at) for at in range(3000)
    )
    reading = mail_file.read(_mail(tmp_path, head + parts + b"\n\nx"))
    assert len(reading.drafts) == 1


_PLAIN = (
    b"From: Ward <w@clinic.example>\r\nSubject: Bone scan\r\n"
    b"Date: Tue, 14 Jul 2026 09:05:00 +0000\r\n\r\nCome.\r\n"
)


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + _PLAIN,
        b"%d      \n" % len(_PLAIN) + _PLAIN + b'<?xml version="1.0"?><plist></plist>\n',
    ],
    ids=["mark", "emlx"],
)
def test_what_stands_around_an_e_mail_is_no_part_of_it(tmp_path: Path, data: bytes) -> None:
    [one] = mail_file.read(_mail(tmp_path, data)).drafts
    assert (one.values["title"], one.values["date"].iso) == ("Bone scan", "2026-07-14")
    assert one.values["text"].endswith("\n\nCome.")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_heading_whose_letters_are_not_packed(tmp_path: Path, encoding: str) -> None:
    data = _PLAIN.replace(b"Bone scan", "Größe – =?utf-8?Q?sp=C3=A4ter?=".encode(encoding))
    [one] = mail_file.read(_mail(tmp_path, data)).drafts
    assert one.values["title"] == "Größe – später"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("care.xml", CARE.encode(), "care.xml came with an e-mail, and holds health records."),
        ("r.json", written(bundle(observation())).encode(), "holds health records."),
        ("all.zip", packed({"r.json": "{}"}), "all.zip is a packed file."),
        ("r.json.gz", gzip.compress(b"{}"), "r.json.gz is a packed file."),
        ("lab.hl7", b"MSH|^~\\&|LAB\rPID|1\r", "lab.hl7 is a message between hospital computers"),
        ("letter.txt", b"Dear Ms Dell", ""),
        ("l.docx", documents.word(), ""),
    ],
    ids=lambda given: given if isinstance(given, str) else "data",  # packed bytes bear the time
)
def test_health_records_that_came_with_an_e_mail_are_told_as_not_read(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    reading = mail_file.read(_mail(tmp_path, documents.mail((data, name))))
    assert len(reading.drafts) == 2
    assert len(reading.notices) == bool(said)
    assert all(said in one for one in reading.notices)
