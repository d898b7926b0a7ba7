"""XML from outside is opened without what could harm, or refused in one sentence."""

import codecs

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.markup.opening import opened
from secondop_desktop.exchange.markup.root import Root, root_of

_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;">]><x>&c;</x>"""
_READS = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'


@pytest.mark.parametrize("data", [_LAUGHS, _READS, b'<!DOCTYPE x SYSTEM "x.dtd"><x/>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_encoding(data: bytes, encoding: str) -> None:
    text = data.decode().removeprefix('<?xml version="1.0"?>')
    with pytest.raises(UserError, match=r"^a\.xml: it names a document type"):
        opened(text.encode(encoding), "a.xml")


@pytest.mark.parametrize(
    "data", [b"<x><y></x>", b"<x>", b"<x>&nbsp;</x>", b"<x>\xff\xfe</x>", b"<x a='1' a='2'/>"]
)
def test_what_is_not_whole_is_said_with_its_line(data: bytes) -> None:
    with pytest.raises(UserError, match=r"^a\.xml: line 1: this is not whole XML"):
        opened(data, "a.xml")


@pytest.mark.parametrize("levels", [201, 300, 100_000])
def test_what_lies_too_deep_is_refused(levels: int) -> None:
    with pytest.raises(UserError, match=r"^a\.xml: its parts lie more than 200 deep.* again\.$"):
        opened(b"<x>" * levels + b"</x>" * levels, "a.xml")


def test_what_lies_as_deep_as_may_be_is_opened() -> None:
    assert opened(b"<x>" * 200 + b"</x>" * 200, "a.xml").tag == "x"


def test_a_long_text_is_read_where_the_file_is_as_large() -> None:
    found = opened(b"<x>" + b"QUJD" * 3_000_000 + b"</x>", "a.xml")
    assert len(found.text) == 12_000_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_the_first_element_tells_what_a_file_is(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!-- é --><p:A xmlns:p="urn:x"><b/>'
    data = text.encode(encoding)
    assert root_of(data) == Root("urn:x", "A")
    assert root_of(codecs.BOM_UTF8 + b" <A/>") == Root("", "A")
    assert root_of(b"Dear <Mrs Hale") is None
