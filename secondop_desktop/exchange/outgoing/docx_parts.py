"""How our Word documents look, and what is taken out of them before they leave."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED_DAY = (2000, 1, 1)
"""The day every document says it was made, so that the same letter gives the same bytes."""
_FONT = "Arial"
_DROPPED = ("/thumbnail", "/customXml", "/extended-properties", "/stylesWithEffects")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_BODY_POINTS = 11
_TOP = 18  # mm
_POINTS = 72 / 25.4  # a millimetre
ABOVE_ADDRESS, ADDRESS = (50 - _TOP) * _POINTS, 30 * _POINTS
"""Points down to the address and for it: 50 to 80 mm from the top, where a window shows it."""
BLOCK_LEADING = 12.0
"""Points from line to line in the blocks at the top: seven lines have room in the window."""
_SIGN = 40
"""Points of room to sign."""


def shape(document: Any, lang: str) -> None:
    """Set paper, margins, language and styles."""
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(20)
    section.footer_distance = Mm(12)
    _body(document, lang)
    for name, size, before in (("Heading 1", 11, 6), ("Heading 2", 12, 10)):
        _heading(document.styles[name], size, before)
    _added(document, section.page_width - section.left_margin - section.right_margin)


def _body(document: Any, lang: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = document.styles["Normal"]
    _letters(style, _BODY_POINTS)
    style.paragraph_format.space_after = Pt(9)
    style.paragraph_format.line_spacing = 1.15
    style.paragraph_format.widow_control = True
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), lang)
    document.styles["List Bullet"].paragraph_format.space_after = Pt(3)


def _letters(style: Any, size: float) -> None:
    """Give a style our typeface in every script; the theme's would win otherwise."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def _heading(style: Any, size: float, before: float) -> None:
    from docx.shared import Pt, RGBColor

    _letters(style, size)
    style.font.bold, style.font.color.rgb = True, RGBColor(0x1F, 0x29, 0x33)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.keep_with_next = True


def _added(document: Any, width: int) -> None:
    """Add the styles that a letter has and Word does not."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt

    for name in ("Sender", "Recipient", "Letter date", "Closing words", "Room to write"):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.space_after = Pt(16)
    document.styles["Sender"].paragraph_format.left_indent = int(width * 0.56)
    for name in ("Sender", "Recipient"):
        _letters(document.styles[name], BLOCK_LEADING / 1.15)
        document.styles[name].paragraph_format.line_spacing = Pt(BLOCK_LEADING)
    document.styles["Closing words"].paragraph_format.space_after = Pt(_SIGN)
    tabs = document.styles["Footer"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES)
    _letters(document.styles["Footer"], 9)
    _ruled(document.styles["Room to write"])


def _ruled(style: Any) -> None:
    """Draw a line below each paragraph of a style, to write on."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    line = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="6B7680"/>'
    between = line.replace("w:bottom", "w:between")
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}{between}</w:pBdr>")
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def page_number(paragraph: Any, field: str) -> None:
    """Add a field such as ``PAGE`` that the reader's program fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found = OxmlElement("w:fldSimple")
    found.set(qn("w:instr"), field)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "2"
    run.append(words)
    found.append(run)
    paragraph._p.append(found)


def stripped(document: Any) -> None:
    """Let go of the template's picture and papers; a part nobody leads to is not written."""
    for part in (document.part.package, document.part):
        for key, link in list(part.rels.items()):
            if link.reltype.endswith(_DROPPED):
                del part.rels[key]


def undated(data: bytes) -> bytes:
    """Return a document whose parts do not say when they were packed."""
    kept = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(kept, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _ZIP_DAY), source.read(name), ZIP_DEFLATED)
    return kept.getvalue()
