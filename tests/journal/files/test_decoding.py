"""Bytes as text, with and without a mark."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.files.decoding import decoded, text_of

_LETTER = "Ward 4B – Mrs O’Dell: 36.9 °C, 12 µg/l, café\r\n"
_PLAIN = st.text("abc DEF 0123 ,;\n", min_size=6).filter(lambda one: len("".join(one.split())) > 1)
_WESTERN = _PLAIN.flatmap(
    lambda plain: st.sampled_from("é°µ½£ü–’€").map(lambda high: f"{plain}{high} {plain}")
)
_WIDE = [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp1252", b"")]
    + [(encoding, mark) for encoding, wide in _WIDE for mark in (b"", wide)]
    + [("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-be", b"\0\0\xfe\xff")],
)
def test_a_letter_reads_the_same_in_every_encoding(encoding: str, mark: bytes) -> None:
    assert decoded(mark + _LETTER.encode(encoding)) == (_LETTER, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["血圧は、高い。\n", "Żółć, 5 mg\n", "Кровь: 5,1\nно\n", "환자 이름: 김\n", "7\n"]
)
def test_utf_16_without_its_mark_is_known_in_other_scripts(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == (text, encoding)


@given(_WESTERN)
def test_western_text_reads_the_same_in_cp1252_and_utf_8(text: str) -> None:
    assert decoded(text.encode("utf-8")) == (text, "utf-8")
    if text.encode("cp1252") != text.encode("utf-8"):
        assert decoded(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("length", range(90, 96))
def test_a_letter_cut_anywhere_is_still_text(encoding: str, length: int) -> None:
    found = decoded((_LETTER * 3).encode(encoding)[:length], cut=True)
    assert found
    assert found.encoding == encoding
    assert (_LETTER * 3).startswith(found.text)


@pytest.mark.parametrize(
    ("told", "encoding"),
    [
        ("ISO-8859-1", "cp1252"),
        ('"windows-1251"', "cp1251"),
        ("GB2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_the_label_of_the_source_is_followed(told: str, encoding: str) -> None:
    text = {"cp1252": "“Größe”", "gb18030": "血压高", "cp932": "血圧"}.get(encoding, "Давление")
    assert decoded(text.encode(encoding), told) == (text, encoding)


@pytest.mark.parametrize(
    "told", ["us-ascii", "iso-8859-1", "x-unknown", "rot13", "idna", "\0", "utf-16"]
)
def test_a_label_that_the_bytes_speak_against_is_not_followed(told: str) -> None:
    assert decoded("naïve – µ".encode(), told) == ("naïve – µ", "utf-8")


def test_a_few_damaged_bytes_do_not_turn_utf_8_into_something_else() -> None:
    found = decoded("Größe, Länge, Wärme".encode() + b" \xff")
    assert found == ("Größe, Länge, Wärme \ufffd", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\x03",
        b"\x89PNG\r\n\x1a\n\0\0",
        random.Random(5).randbytes(4096),
        b"\x00" * 40,
        "Привет, как дела".encode("koi8-r"),
    ],
)
def test_bytes_that_are_no_text_are_none(data: bytes) -> None:
    assert decoded(data, cut=True) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hb 131 g/l" * 3 + b"\x00\x01\x81.", "Hb 131 g/l" * 3 + "\x01\ufffd."),
        (b"\xff\xfea", "\ufffd"),
        (b"\xff\xfeG\x00P\x00\x00\xd8!\x00", "GP\ufffd!"),
        ("µg".encode("cp1252"), "µg"),
    ],
)
def test_of_text_that_is_broken_the_rest_can_be_read(data: bytes, text: str) -> None:
    assert text_of(data) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_not_but_never_raise(data: bytes) -> None:
    assert isinstance(text_of(data), str)
    found = decoded(data)
    assert found is None or "\x00" not in found.text


@pytest.mark.parametrize(
    "text", ["Öl", "½", "£7", "là où", "38 °C ±1", "Ærø", "¿Qué?", "<p>ö ä ü</p>"]
)
def test_a_few_western_words_are_text_however_many_accents_they_have(text: str) -> None:
    assert decoded(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Здравствуйте", "cp1251"), ("Καλημέρα", "iso8859-7"), ("שלום", "cp1255")],
)
def test_a_few_words_of_another_alphabet_are_not_taken_for_western_ones(
    text: str, encoding: str
) -> None:
    assert decoded(text.encode(encoding)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("before", [999_999, 1_000_000, 1_999_999])
def test_a_letter_on_the_edge_of_what_is_read_in_one_go_is_whole(
    encoding: str, before: int
) -> None:
    text = "a" * before + "é" * 3 + " and so on\n" * 9
    assert decoded(text.encode(encoding)) == (text, encoding)
    assert decoded((text + "é").encode("utf-8")[:-1]) != (text, "utf-8")
