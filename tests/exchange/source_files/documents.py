"""Documents of other programs, made for these tests; each says what the same letter says."""

import io
import zipfile
from email.message import EmailMessage

import docx
import xlsxwriter

_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Dear Ms Si\'e2n Ll\u373?yd,\par "
    rb"Platelets 212 10{\super 9}/L\par\trowd\cellx1 Sodium\cell 139\cell\row}"
)


def packed(**parts: bytes | str) -> bytes:
    """Return a zip of these parts; ``__`` in a name stands for a slash, ``_x`` for the ending."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name.replace("__", "/").replace("_x", ".xml"), data)
    return made.getvalue()


def word() -> bytes:
    """Return a letter of Word: a head, a raised figure, a table, and words that were struck out."""
    letter = docx.Document()
    letter.sections[0].header.paragraphs[0].text = "Bryngwyn Infirmary"
    letter.add_paragraph("Dear Ms Llŵyd")
    line = letter.add_paragraph("Platelets 212 10")
    line.add_run("9").font.superscript = True
    line.add_run("/L")
    row = letter.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Sodium", "139 mmol/L"
    made = io.BytesIO()
    letter.save(made)
    return made.getvalue()


def open_text(
    words: str = "Platelets 212 10<text:span text:style-name='T1'>9</text:span>/L",
) -> bytes:
    """Return a letter of LibreOffice with a raised figure and a table."""
    raised = (
        '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>"
    )
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{raised}"
        "</office:automatic-styles><office:body><office:text>"
        f"<text:h>Dear<text:s text:c='2'/>Ms Llŵyd</text:h><text:p>{words}</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Sodium</text:p>"
        "</table:table-cell><table:table-cell><text:p>139</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "</office:text></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        out.writestr("content.xml", content)
    return made.getvalue()


def slides() -> bytes:
    """Return eleven slides; the second and the eleventh show in which order they are read."""

    def slide(words: str) -> str:
        return f"<p:sld {_P} {_A}><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>"

    shown = {f"ppt__slides__slide{at}_x": slide(f"Slide {at}") for at in (11, 2)}
    return packed(_Content_Types_="", **{"[Content_Types]_x": ""}, ppt__presentation_x="", **shown)


def sheet() -> bytes:
    """Return a spreadsheet with a text, a number and a whole number."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    page = book.add_worksheet("Blood tests")
    page.write_row(0, 0, ["Sodium", 139, 7.25])
    book.close()
    return made.getvalue()


def mail(*attached: tuple[bytes, str], subject: str = "Eich canlyniadau – results") -> bytes:
    """Return an e-mail of a clinic with these files."""
    made = EmailMessage()
    made["From"], made["To"] = "Ward Four <ward@clinic.example>", "me@home.example"
    made["Subject"], made["Date"] = subject, "Tue, 14 Jul 2026 09:05:00 +0000"
    made.set_content("Dear Ms Llŵyd,\nthe letter is attached.\n")
    made.add_alternative("<p>Dear Ms Llŵyd</p>", subtype="html")
    for data, name in attached:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()
