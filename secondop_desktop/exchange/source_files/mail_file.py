"""An e-mail as a record, and the files attached to it as records that belong to it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.calendars import reading as calendars
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Content, Link, ReadEntry, Reading, Skipped
from secondop_desktop.exchange.source_files import any_file, mailbox, unread
from secondop_desktop.exchange.source_files.mail_parts import Attached, Mail, open_mail
from secondop_desktop.journal.storage.private_files import read_regular
from secondop_desktop.lang import _, ngettext
from secondop_desktop.sandbox.answers import TroubleError
from secondop_desktop.sandbox.document_types import MSG
from secondop_desktop.sandbox.process import EndedError

MAIL: Final = "message/rfc822"
_MAILS: Final = frozenset({MAIL, MSG})
_MOST_MAILS: Final = 500
_SEVERAL: Final = 2
_DEEPEST: Final = 4
"""Of e-mails within e-mails; the innermost are kept whole."""


def read(path: Path, password: str = "", asked: Asked | None = None) -> Reading:
    """Read any file; of an e-mail also what is attached to it. Raises UserError as `any_file`.

    ``asked`` takes the questions of calendars that are attached.
    """
    reading = any_file.read(path, password)
    draft = reading.drafts[0]
    if draft.values["file_type"] not in _MAILS:
        return reading
    found = _Found(reading, asked or Asked())
    found.take(draft, read_regular(path), 0)
    return found.all()


class _Found:
    """What comes out of one e-mail, those within it as well."""

    def __init__(self, reading: Reading, asked: Asked) -> None:
        self._reading, self._asked = reading, asked
        self._people = list(reading.people)
        self.drafts: list[ReadEntry] = []
        self._notices = list(reading.notices)
        self._skipped: list[Skipped] = []

    def all(self) -> Reading:
        return replace(
            self._reading,
            drafts=self.drafts,
            people=self._people,
            notices=self._notices,
            skipped=[*self._reading.skipped, *self._skipped],
        )

    def take(self, draft: ReadEntry, data: bytes, depth: int) -> None:
        """Take an e-mail, or each of those that stand one after the other in one file."""
        several = mailbox.mails(data)
        if len(several) < _SEVERAL:
            self._take_mail(draft, data, depth)
            return
        for number, mail in enumerate(several[:_MOST_MAILS], 1):
            content = Content(f"{any_file.title_of(draft.values['file_name'])} {number}.eml", mail)
            linked = {name: draft.values[name] for name in ("linked",) if name in draft.values}
            one, notices = any_file.drafted(content, MAIL, draft.where, linked)
            self._notices += notices
            if one.origin not in {known.origin for known in self.drafts}:
                self._take_mail(one, mail, depth)
        self._name_the_rest(draft, several)

    def _name_the_rest(self, box: ReadEntry, mails: list[bytes]) -> None:
        rest = len(mails) - _MOST_MAILS
        if rest > 0:
            text = ngettext(
                "{file} holds {most} e-mails and one more, which is not read. Save it as a file of "
                "its own, and bring that in.",
                "{file} holds {most} e-mails and {count} more, which are not read. Save those as "
                "files of their own, and bring them in.",
                rest,
            )
            name = box.values["file_name"]
            self._skipped.append(
                Skipped(name, text.format(file=name, most=_MOST_MAILS, count=rest))
            )

    def _take_mail(self, draft: ReadEntry, data: bytes, depth: int) -> None:
        """Take an e-mail and its files; one that cannot be opened has said so in a sentence."""
        try:
            mail = open_mail(data, draft.values["file_type"])
        except (TroubleError, EndedError):
            self.drafts.append(draft)
            return
        named = _named(draft, mail)
        self.drafts.append(named)
        for part in mail.files if depth < _DEEPEST else ():
            self._take(named, part, depth)

    def _take(self, mail: ReadEntry, part: Attached, depth: int) -> None:
        name = any_file.shown_name(Path(part.name))
        if not part.data:
            why = _("{name} in the e-mail {mail} is empty, or cannot be read.")
            said = why.format(name=name, mail=mail.values["title"])
            self._skipped.append(Skipped(name, said))
            return
        content = Content(name, data=part.data)
        try:
            file_type = any_file.type_of(content)
            if file_type == calendars.TYPE:
                self._take_calendar(mail, part.data, name)
                return
            draft, notices = any_file.drafted(
                content, file_type, mail.where, {"linked": (Link(mail.origin),)}
            )
        except UserError as refused:
            self._skipped.append(Skipped(name, str(refused)))
            return
        self._notices += [*notices, *unread.attached(part.data, name, file_type)]
        self._add(draft, part.data, depth)

    def _take_calendar(self, mail: ReadEntry, data: bytes, name: str) -> None:
        """Take the appointments of a calendar; the e-mail is what was written about them."""
        reading = calendars.read(data, name, self._asked)
        self._people += reading.people
        self._notices += reading.notices
        self._skipped += reading.skipped
        for draft in reading.drafts:
            values = {**draft.values, "records": (Link(mail.origin),)}
            if not self._knows(draft):
                self.drafts.append(replace(draft, values=values))

    def _knows(self, appointment: ReadEntry) -> bool:
        """Tell whether an earlier e-mail, or another part of this one, told the very same."""
        own = {**appointment.values, "records": ()}
        same = (one for one in self.drafts if one.origin == appointment.origin)
        return any({**one.values, "records": ()} == own for one in same)

    def _add(self, draft: ReadEntry, data: bytes, depth: int) -> None:
        if draft.origin in {one.origin for one in self.drafts}:
            return
        if draft.values["file_type"] in _MAILS:
            self.take(draft, data, depth + 1)
        else:
            self.drafts.append(draft)


def _named(draft: ReadEntry, mail: Mail) -> ReadEntry:
    """Call a record what its e-mail is called, with the day on which that was sent."""
    told = {"title": mail.subject, "date": mail.sent and mail.sent.without_time()}
    known = {name: value for name, value in told.items() if value}
    return replace(draft, values={**draft.values, **known})
