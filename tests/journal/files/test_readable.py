"""Of web pages and e-mails the words are read: no scripts, no styles, no markup, no headers."""

from email.message import EmailMessage

import pytest

from secondop_desktop.journal.files.readable import readable
from secondop_desktop.journal.files.sniff import content_type

_PAGE = """<!DOCTYPE html><html><head><title>Clinic note</title><meta charset="{charset}">
<style>p {{ colour: zebra }}</style><script>var quagga = "<b>okapi</b>";</script></head>
<body class="numbat"><p>Bj&oslash;rn&nbsp;had <b>chest</b>pain &amp; caf&#233;</p><!-- tapir -->
<table><tr><td>Hb</td><td>131</td></tr></table><p>Größe</p></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16-le"])
def test_of_a_page_the_words_are_read(charset: str) -> None:
    data = _PAGE.format(charset=charset).encode(charset)
    assert content_type(data) == "text/html"
    said = readable(data, "text/html")
    assert said.splitlines() == [
        "Clinic note", "Bjørn had chestpain & café", "Hb · 131", "Größe",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    ["<script>never closed zebra", "<p>a<style>zebra", "<p title='", "&#xfffffff; <", "<![CDATA["],
)
def test_broken_markup_does_not_stop_it(markup: str) -> None:
    assert "zebra" not in readable(markup.encode(), "text/html")


def test_of_xml_the_words_are_read() -> None:
    data = (
        b"<?xml version='1.0'?><a><code displayName='Asthma'/><text><![CDATA[Wheeze]]></text></a>"
    )
    assert readable(data, content_type(data)).split() == ["Asthma", "Wheeze"]


def _mail(charset: str, packed: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Letter für Siân"
    mail["From"] = "clinic@ward.example"
    mail["X-Zebra"] = "quagga"
    mail.set_content("The dose is 5 mg – naïve text", charset=charset, cte=packed)
    html = "<style>tapir</style><p>The dose is 5 mg</p>"
    mail.add_alternative(html, subtype="html")
    mail.add_attachment(b"%PDF-okapi", maintype="application", subtype="pdf", filename="scan.pdf")
    return mail.as_bytes()


@pytest.mark.parametrize(
    ("charset", "packed"),
    [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("cp1252", "quoted-printable")],
)
def test_of_an_e_mail_subject_and_words_are_read(charset: str, packed: str) -> None:
    data = _mail(charset, packed)
    assert content_type(data) == "message/rfc822"
    said = readable(data, "message/rfc822")
    heading = "Letter für Siân\nFrom: clinic@ward.example"
    assert said.split("\n\n") == [heading, "The dose is 5 mg – naïve text", "scan.pdf"]


def test_a_forwarded_e_mail_is_read_too() -> None:
    outer = EmailMessage()
    outer["Subject"], outer["To"] = "Fwd", "me@home.example"
    outer.set_content("See below")
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "Results", "lab@ward.example"
    inner.set_content("<p>Ferritin &lt; 5</p>", subtype="html")
    outer.add_attachment(inner)
    assert readable(outer.as_bytes(), "message/rfc822").split("\n\n") == [
        "Fwd\nTo: me@home.example",
        "See below",
        "Results\nFrom: lab@ward.example",
        "Ferritin < 5",
    ]


def test_an_unknown_encoding_is_read_as_it_looks() -> None:
    head = b"From: a@b.example\nSubject: Hb\nContent-Type: text/plain; charset=x-made-up\n"
    data = head + b"Content-Transfer-Encoding: 8bit\n\nna\xefve \xb5g"
    assert readable(data, content_type(data)) == "Hb\nFrom: a@b.example\n\nnaïve µg"


@pytest.mark.parametrize(
    "text", ["Dear Dr Patel\nSubject: my knee", "Note: a\nTo: b and other words", "Date: today"]
)
def test_a_letter_is_no_e_mail(text: str) -> None:
    assert content_type(text.encode()) == "text/plain"
