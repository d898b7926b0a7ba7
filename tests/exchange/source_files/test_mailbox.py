"""A file of several e-mails gives each as a record, and what nothing opens is said."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.source_files import mail_file, mailbox
from secondop_desktop.journal.file import Journal
from tests.widgets.preview import samples

CLOSED = "has something inside that could not be opened here"


def _mail(subject: str, *files: tuple[bytes, str]) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, "a@clinic.example", "b@home.example"
    mail.set_content("Dear Ceridwen,\n\nFrom now on: come at ten.\n")
    for data, name in files:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def _box(path: Path, *mails: bytes, end: bytes = b"\n") -> Path:
    whole = b"".join(
        b"From a@clinic.example Tue Jul 14 09:00:00 2026\n"
        + one.replace(b"\nFrom now", b"\n>From now")
        + b"\n"
        for one in mails
    )
    path.write_bytes(whole.replace(b"\n", end))
    return path


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_every_mail_is_a_record_with_its_files_once_and_in_one_step(
    journal: Journal, tmp_path: Path, end: bytes
) -> None:
    mails = [_mail("First"), _mail("Second", (samples.pdf(1), "scan.pdf")), _mail("Third")]
    path = _box(tmp_path / "post.mbox", *mails, mails[0], end=end)
    plan = importing.read([path], journal)
    assert [item.title for item in plan.new] == ["First", "Second", "scan", "Third"]
    importing.apply(journal, plan)
    rows = {row.title: row for row in journal.entries("record")}
    assert rows["scan"].linked == (rows["Second"].id,)
    assert "\nFrom now on: come at ten." in rows["Third"].text
    assert not importing.read([path], journal).new
    journal.undo()
    assert not journal.entries("record")


def _invited(subject: str, hour: int, version: int) -> bytes:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:k")
    event = (f"DTSTART:20270114T{hour:02}0000Z", f"SEQUENCE:{version}", "SUMMARY:Scan")
    data = "\r\n".join([*lines, *event, "END:VEVENT", "END:VCALENDAR", ""]).encode()
    return _mail(subject, (data, "invite.ics"))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_invitations_in_several_mails_are_one_appointment_as_the_last_version_says(
    journal: Journal, tmp_path: Path, order: tuple[int, ...]
) -> None:
    mails = [_invited("Come", 9, 0), _invited("Again", 9, 0), _invited("Moved", 11, 1)]
    plan = importing.read([_box(tmp_path / "a.mbox", *(mails[at] for at in order))], journal)
    assert not plan.unanswered
    importing.apply(journal, plan)
    assert [row.when.iso for row in journal.entries("appointment")] == ["2027-01-14T11:00"]
    assert len(journal.entries("record")) == len(order)


def test_those_beyond_the_most_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_file, "_MOST_MAILS", 2)
    path = _box(tmp_path / "post.mbox", *(_mail(f"No {number}") for number in range(5)))
    reading = mail_file.read(path)
    assert [one.values["title"] for one in reading.drafts] == ["No 0", "No 1"]
    assert "post.mbox holds 2 e-mails and 3 more" in reading.skipped[0].why


def test_a_line_that_only_begins_like_a_mail_is_text() -> None:
    one = b"From a@b Tue\nSubject: A\n\nHello.\n\nFrom there on it hurts.\nBye\n"
    assert len(mailbox.mails(one)) == 1
    assert mailbox.mails(b"Subject: A\n\nFrom b\nTo: c\n") == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("letter.rtf", b"{\\rtf1 See. {\\object\\objemb{\\*\\objdata 0105}}}"),
        ("winmail.dat", b"\x78\x9f\x3e\x22\x01\x00\x06\x90\x08\x00"),
        ("a.eml", b"Subject: A\nFrom: b@c\nContent-Transfer-Encoding: x-deflate\n\nx\x9c\x03\n"),
        ("b.eml", b"Subject: A\nFrom: b@c\nContent-Encoding: deflate\n\neJwDAAAAAAE=\n"),
        ("post.eml", _mail("A", (b"\x78\x9f\x3e\x22\x01\x00\x06\x90", "winmail.dat"))),
    ],
)
def test_what_nothing_opens_is_said_and_kept(
    journal: Journal, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    plan = importing.read([tmp_path / name], journal)
    assert sum(CLOSED in said for said in plan.notices) == 1
    importing.apply(journal, plan)
    assert data in [journal.file(row.file) for row in journal.entries("record")]


def test_of_what_is_opened_nothing_is_said(journal: Journal, tmp_path: Path) -> None:
    for name, data in (("a.rtf", b"{\\rtf1 See.}"), ("a.eml", _mail("A", (b"Hip", "a.txt")))):
        (tmp_path / name).write_bytes(data)
        said = importing.read([tmp_path / name], journal).notices
        assert not any(CLOSED in one for one in said)


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("iso-2022-jp", "検査の結果です"),
        ("iso-2022-kr", "검사 결과입니다"),
        ("hz-gb-2312", "检查结果"),
        ("utf-7", "Ergebnis: Größe 3 µg"),
    ],
)
def test_letters_that_switch_alphabets_are_words(tmp_path: Path, charset: str, words: str) -> None:
    head = f"Subject: Results\nFrom: a@b\nContent-Type: text/plain; charset={charset}\n\n"
    path = tmp_path / "a.eml"
    path.write_bytes(head.encode() + words.encode(charset.removesuffix("-gb-2312")) + b"\n")
    (draft,) = mail_file.read(path).drafts
    assert draft.values["file_type"] == "message/rfc822"
    assert words in draft.values["text"]
