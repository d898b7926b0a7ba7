"""The words of the program, taken from the source into every language."""

import gettext
from pathlib import Path

import pytest

from tests.architecture.house import committed
from tests.packaging.loading import tool
from tests.words.said import marked

SOURCE = """
from secondop_desktop.lang import N_, _, ngettext

TITLE = N_("Records")
print(_("told by {name}").format(name="x"))
print(ngettext("{count} page", "{count} pages", 2).format(count=2))
"""
WELSH = """
msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Records"
msgstr "Cofnodion"

msgid "told by {name}"
msgstr "dywedwyd gan {name}"

msgid "{count} page"
msgid_plural "{count} pages"
msgstr[0] "{count} tudalen"
msgstr[1] "{count} o dudalennau"
"""


translations = tool("translations")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "page.py").write_text(SOURCE, encoding="utf-8")
    return folder


@pytest.fixture
def locale(tmp_path: Path, source: Path) -> Path:
    """A template that is up to date, and one complete language."""
    folder = tmp_path / "locale"
    translations.extract(source, folder)
    welsh = _welsh(folder)
    welsh.parent.mkdir(parents=True)
    welsh.write_text(WELSH, encoding="utf-8")
    return folder


def _welsh(locale: Path) -> Path:
    return locale / "cy" / "LC_MESSAGES" / "secondop.po"


def _rewrite(locale: Path, old: str, new: str) -> None:
    text = _welsh(locale).read_text(encoding="utf-8")
    assert old in text
    _welsh(locale).write_text(text.replace(old, new), encoding="utf-8")


def test_template_holds_every_marked_text_without_line_numbers(source: Path, locale: Path) -> None:
    text = (locale / "secondop.pot").read_text(encoding="utf-8")
    ids = ['"Records"', '"told by {name}"', '"{count} page"', '"{count} pages"']
    assert [one for one in ids if one not in text] == []
    assert "#: program/page.py\n" in text


def test_same_source_gives_the_same_template(source: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        translations.extract(source, tmp_path / name)
    first, second = (tmp_path / name / "secondop.pot" for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


def test_complete_language_has_nothing_to_mend(source: Path, locale: Path) -> None:
    assert translations.check(source, locale) == []


def test_a_new_text_is_missing_until_it_is_carried_over(source: Path, locale: Path) -> None:
    (source / "new.py").write_text('_("Bin")', encoding="utf-8")
    assert translations.check(source, locale) == [
        "secondop.pot lacks 'Bin'; run make translations",
        "cy: not translated: 'Bin'",
    ]
    translations.update(source, locale)
    assert translations.check(source, locale) == ["cy: not translated: 'Bin'"]


def test_a_text_no_longer_used_leaves_the_template_and_the_language(
    source: Path, locale: Path
) -> None:
    (source / "page.py").write_text('_("Records")', encoding="utf-8")
    assert len(translations.check(source, locale)) == 2
    translations.update(source, locale)
    assert translations.check(source, locale) == []
    assert "tudalen" not in _welsh(locale).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"Cofnodion"', '""', "cy: not translated: 'Records'"),
        ('msgid "Records"', '#, fuzzy\nmsgid "Records"', "cy: marked as fuzzy: 'Records'"),
        ("gan {name}", "gan {enw}", "cy: has a name in braces that the program does not fill"),
        ("gan {name}", "gan rywun", "cy: lacks a name in braces: 'told by {name}'"),
        ('msgstr[1] "{count} o dudalennau"', "", "cy: not translated: '{count} page'"),
    ],
)
def test_fault_in_a_language_is_told(
    source: Path, locale: Path, old: str, new: str, problem: str
) -> None:
    _rewrite(locale, old, new)
    [told] = translations.check(source, locale)
    assert told.startswith(problem)


def test_update_keeps_what_is_translated(source: Path, locale: Path) -> None:
    translations.update(source, locale)
    assert translations.check(source, locale) == []
    assert "nplurals=2" in _welsh(locale).read_text(encoding="utf-8")


def test_compiled_language_is_read_by_gettext(source: Path, locale: Path) -> None:
    translations.compile_all(source, locale)
    welsh = gettext.translation("secondop", str(locale), ["cy"])
    assert welsh.gettext("Records") == "Cofnodion"
    assert welsh.ngettext("{count} page", "{count} pages", 2) == "{count} o dudalennau"


def test_template_holds_what_python_itself_sees_in_the_source() -> None:
    seen = {text.text for path in committed("secondop_desktop/*.py") for text in marked(path)}
    held = {text for message in translations.template() for text in _texts_of(message.id)}
    assert held - {""} == seen


def _texts_of(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text
