"""An e-mail that came for a wanted record, or was chosen in the form, brings its files along."""

from pathlib import Path

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.features.records.operations.keeping import keep
from tests.exchange.source_files import documents
from tests.features.desk import Desk
from tests.features.page_desk import open_page
from tests.widgets.preview import samples


def _mail(folder: Path) -> Path:
    path = folder / "reply.eml"
    path.write_bytes(documents.mail((samples.pdf(1), "Clinic letter.pdf"), (b"Hip -1.2", "b.txt")))
    return path


def test_it_came_as_an_e_mail_and_its_files_are_records_of_it(desk: Desk, tmp_path: Path) -> None:
    wanted = desk.add("record", title="Letter of the clinic", state="asked")
    page = open_page(desk, "record")
    assert page.acts.came_as_file(page, wanted, [_mail(tmp_path)])
    mail, *files = desk.journal.entries("record", as_made=True)
    assert (mail.title, mail.state, mail.file_type) == (
        "Letter of the clinic",
        "received",
        "message/rfc822",
    )
    assert [(row.title, row.linked) for row in files] == [
        ("Clinic letter", (wanted,)),
        ("b", (wanted,)),
    ]
    assert [(row.person, row.case) for row in files] == [(desk.person, desk.case)] * 2
    assert "Letter page 1" in files[0].text
    desk.journal.undo()
    assert [row.title for row in desk.journal.entries("record")] == ["Letter of the clinic"]


def test_files_that_are_here_already_are_not_added_again(desk: Desk, tmp_path: Path) -> None:
    path = _mail(tmp_path)
    importing.apply(desk.journal, importing.read([path], desk.journal, desk.person))
    keep(desk.journal, Content("reply.eml", path=path), None, {"person": desk.person})
    assert len(desk.journal.entries("record")) == 4  # the e-mail once more, as somebody chose it


def test_a_file_of_several_e_mails_is_the_record_and_each_belongs_to_it(
    desk: Desk, tmp_path: Path
) -> None:
    data = b"".join(
        b"From a@b Tue Jul 14 2026\nSubject: %s\nFrom: a@b\n\nHello\n\n" % name
        for name in (b"One", b"Two")
    )
    path = tmp_path / "post.mbox"
    path.write_bytes(data)
    entry = keep(desk.journal, Content("post.mbox", path=path), None, {"person": desk.person})
    whole, *mails = desk.journal.entries("record")
    assert (whole.id, desk.journal.file(whole.file)) == (entry, data)
    assert [(row.title, row.linked) for row in mails] == [("One", (entry,)), ("Two", (entry,))]
    assert all(desk.journal.file(row.file).startswith(b"Subject: ") for row in mails)
