"""What a file is, told from its bytes and not from its name."""

import re

from secondop_desktop.journal.files.decoding import decoded
from secondop_desktop.patterns import pattern
from secondop_desktop.sandbox.document_types import RTF

OLE = "application/x-ole-storage"
"""What Outlook and the older Office pack their files in; `packed_type` looks further."""

_HTML = pattern(
    r"^\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HEADER = pattern(r"([A-Za-z][\w-]*):")
_MBOX = pattern(r"\A(?:From \S.*|\d{1,10}[ \t]*\r?)\n")
_OF_MAIL = frozenset(
    {"from", "to", "subject", "date", "message-id", "mime-version", "content-type", "received"}
)

_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00\x08\x00", "image/tiff"),
    (b"MM\x00+\x00\x08", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (b"\xff\x4f\xff\x51", "image/jp2"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"PK\x03\x04", "application/zip"),
    (b"{\\rtf", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_TEXT_STARTS = (
    ("{", "application/json"),
    ("[", "application/json"),
    ("begin:vcalendar", "text/calendar"),
    ("<svg", "image/svg+xml"),
)
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"mif1": "image/heic",
    b"msf1": "image/heic",
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"3gp4": "audio/3gpp",
    b"3gp5": "audio/3gpp",
    b"qt  ": "video/quicktime",
}


def content_type(head: bytes) -> str:
    """Return the media type of a file from its first bytes (at least 4096 where it has them).

    Unknown bytes are ``application/octet-stream``; text is what `decoding` can read.
    """
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    if head[128:132] == b"DICM":
        return "application/dicom"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[:4] == b"RIFF":
        return {b"WAVE": "audio/wav", b"WEBP": "image/webp"}.get(head[8:12], "video/x-msvideo")
    return _text_type(head)


def _text_type(head: bytes) -> str:
    found = decoded(head[:4096], cut=True)
    if found is None:
        return "message/rfc822" if _begins_as_mail(head) else "application/octet-stream"
    start = found.text.lstrip()[:64].lower()
    known = next((kind for begins, kind in _TEXT_STARTS if start.startswith(begins)), "")
    return known or _marked_up(found.text, start)


def _marked_up(text: str, start: str) -> str:
    if start.startswith("<?xml") and "<svg" in text[:1000].lower():
        return "image/svg+xml"
    if _HTML.search(text[:1000]):
        return "text/html"
    if start.startswith("<?xml"):
        return "application/xml"
    return "message/rfc822" if _is_mail(text) else "text/plain"


def _begins_as_mail(head: bytes) -> bool:
    """Tell an e-mail of which the body is no text by what stands above it."""
    above, blank, _body = head.replace(b"\r\n", b"\n").partition(b"\n\n")
    found = decoded(above) if blank else None
    return found is not None and _is_mail(found.text)


def _is_mail(text: str) -> bool:
    """Tell an e-mail by its headers: nothing else stands before them, and two of its own occur."""
    headers = re.split(r"\r?\n\r?\n", text.lstrip("\r\n"), maxsplit=1)[0]
    lines = _MBOX.sub("", headers).splitlines()
    names = {found[1].lower() for line in lines if (found := _HEADER.match(line))}
    whole = all(_HEADER.match(line) or line[:1] in " \t" for line in lines[:-1])
    return whole and len(names & _OF_MAIL) > 1
