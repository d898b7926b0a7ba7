"""Opening XML from outside: no document type, no entities, no network, and not too deep."""

from typing import Any

from lxml import etree

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.markup.root import root_of
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _

DEEPEST = 200
"""How many elements may lie inside each other; records of health have some thirty."""

_TOO_DEEP = etree.XPath(f"boolean(//*[ancestor::*[{DEEPEST}]])")
"""Whether anything lies deeper; lxml looks by itself, which takes half of the time."""

_PIECE = 1_000_000
"""Bytes that are parsed in one go."""

_LARGE = 9_000_000
"""Bytes from which a file may hold a text too long for the parser's own limit: a PDF inside it."""


def opened(data: bytes, name: str, tell: Tell = nobody) -> Any:
    """Return the first element of an XML file; ``name`` is how the file is called in messages.

    Comments and instructions for programs are left out. Raises UserError for XML that is not
    whole, that names a document type, or whose elements lie too deep. ``tell`` hears how much of
    it is parsed.
    """
    data = data.lstrip()
    found = root_of(data)
    if found is not None and found.has_doctype:
        raise _refused(
            name,
            _(
                "it names a document type (DOCTYPE), which could make a program read other "
                "files. Ask for a copy without it."
            ),
        )
    try:
        top = _parsed(data, _parser(large=len(data) > _LARGE), tell)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise _too_deep(name) if "depth" in str(problem) else _broken(name, problem) from None
    if _TOO_DEEP(top):
        raise _too_deep(name)
    return top


def _parsed(data: bytes, parser: Any, tell: Tell) -> Any:
    """Parse a file at once where it is small, else piece by piece."""
    if len(data) <= _PIECE:
        return etree.fromstring(data, parser)
    for at in range(0, len(data), _PIECE):
        tell(at, len(data))
        parser.feed(data[at : at + _PIECE])
    return parser.close()


def _parser(*, large: bool) -> Any:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=large,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )


def _broken(name: str, problem: Exception) -> UserError:
    line = getattr(problem, "lineno", 0)
    said = _("line {line}: this is not whole XML. Get the file again.")
    if not line:
        said = _("this is not whole XML. Get the file again.")
    return _refused(name, said.format(line=line))


def _too_deep(name: str) -> UserError:
    said = _("its parts lie more than {count} deep, which no health record needs. Get it again.")
    return _refused(name, said.format(count=DEEPEST))


def _refused(name: str, problem: str) -> UserError:
    return UserError(_("{file}: {problem}").format(file=name, problem=problem))
