"""A message of Outlook ([MS-OXMSG]): its heading, its words, and what is attached to it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, Answer, TroubleError

_MOST_PARTS: Final = 200


class Outlook:
    """One message, asked for its words and its attachments by their number."""

    def __init__(self, data: bytes) -> None:
        from oxmsg import Message

        try:
            self._message = Message.load(BytesIO(data))
            self._parts = list(self._message.attachments)[:_MOST_PARTS]
        except Exception as problem:  # whatever its reader makes of it, it is no message
            raise TroubleError(DAMAGED) from problem

    def heading(self) -> dict[str, Any]:
        """Return subject, sender, who it went to, and when (ISO 8601), as far as known."""
        told = self._message
        sent = told.sent_date
        headers = {str(key).lower(): str(value) for key, value in told.message_headers.items()}
        to = headers.get("to") or "; ".join(
            one.name or one.email_address or "" for one in told.recipients
        )
        return {
            "subject": told.subject or headers.get("subject", ""),
            "from": headers.get("from") or told.sender or self._sender() or "",
            "to": to,
            "date": sent.isoformat() if sent else headers.get("date", ""),
        }

    def _sender(self) -> str | None:
        """Return the name alone, where no address is told."""
        from oxmsg.domain.constants import PID_SENDER_NAME

        return self._message.properties.str_prop_value(PID_SENDER_NAME)

    def body(self) -> tuple[str, bytes]:
        """Return the plain words and, where there are none, the marked-up ones."""
        plain = self._message.body or ""
        return plain, b"" if plain.strip() else self._marked()

    def _marked(self) -> bytes:
        from oxmsg.domain.constants import PID_HTML

        try:
            return (self._message.html_body or "").encode()
        except (LookupError, ValueError):  # an encoding that is not known, or not the one told
            return self._message.properties.binary_prop_value(PID_HTML) or b""

    def attached(self) -> Iterator[dict[str, Any]]:
        """Yield name, media type and size of each attachment."""
        for number, part in enumerate(self._parts):
            yield {
                "number": number,
                "name": part.file_name or "",
                "type": part.mime_type or "",
                "size": part.size,
            }

    def bytes_of(self, number: int) -> bytes:
        """Return the bytes of one attachment; nothing for one that is a message itself."""
        return self._parts[number].file_bytes or b""


def answer(message: Outlook) -> Answer:
    """Return the heading, the words and the list of attachments; the body is what is marked up."""
    plain, marked = message.body()
    head = {**message.heading(), "plain": plain, "attached": list(message.attached())}
    return Answer(head, marked)
