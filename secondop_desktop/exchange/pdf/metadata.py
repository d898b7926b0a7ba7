"""What the file says of itself: XMP (ISO 16684-1) with the mark of PDF/UA-1."""

from dataclasses import dataclass
from html import escape

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
{author}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


@dataclass(frozen=True, slots=True)
class Info:
    """Title, language (BCP 47) and, only if chosen, author of a document."""

    title: str
    lang: str = "en-GB"
    author: str = ""


def metadata(info: Info) -> bytes:
    """Return the XMP packet."""
    author = _AUTHOR.format(author=escape(info.author)) if info.author else ""
    packet = _XMP.format(title=escape(info.title), lang=escape(info.lang), author=author)
    return packet.encode("utf-8", "replace")
