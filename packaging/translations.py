"""Keep the words of the program and their translations together.

``extract`` writes the template from the source, ``update`` carries it into every language,
``check`` fails when either has fallen behind, ``compile`` makes the files the program reads.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "secondop_desktop"
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "secondop"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_Text = str | tuple[str, ...] | list[str] | None
_FORMALITIES = re.compile(
    rb'"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date'
    rb'|Last-Translator|Language-Team|Generated-By):[^"]*"\n'
)
_HEADER = "# The words of Secondop, to be translated.\n# Licence: Apache-2.0, as the program."


def template(source: Path = SOURCE) -> Catalog:
    """Return every text of the source that is marked for translation."""
    catalog = Catalog(header_comment=_HEADER, fuzzy=False)
    found = extract_from_dir(str(source), [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, text, _comments, context in sorted(found, key=lambda entry: entry[:2]):
        catalog.add(text, locations=[(f"{source.name}/{name}", 0)], context=context)
    return catalog


def write(catalog: Catalog, path: Path) -> None:
    """Write a catalogue; nothing but its words makes one writing differ from the next."""
    text = BytesIO()
    write_po(text, catalog, width=100, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_FORMALITIES.sub(b"", text.getvalue()))


def read(path: Path) -> Catalog:
    """Return the catalogue of a ``.pot`` file, or of a ``.po`` file in its language's folder."""
    language = None if path.suffix == ".pot" else path.parent.parent.name
    with path.open("rb") as file:
        return read_po(file, locale=language)


def languages(locale: Path = LOCALE) -> list[Path]:
    """Return the ``.po`` file of every language that is shipped."""
    return sorted(locale.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def extract(source: Path = SOURCE, locale: Path = LOCALE) -> list[str]:
    """Write the template."""
    write(template(source), locale / f"{DOMAIN}.pot")
    return []


def update(source: Path = SOURCE, locale: Path = LOCALE) -> list[str]:
    """Write the template and give every language the texts it has not got yet."""
    extract(source, locale)
    for path in languages(locale):
        catalog = read(path)
        catalog.update(template(source), no_fuzzy_matching=True)
        catalog.obsolete.clear()
        write(catalog, path)
    return []


def compile_all(_source: Path = SOURCE, locale: Path = LOCALE) -> list[str]:
    """Write the ``.mo`` file beside every ``.po`` file that is newer."""
    for path in languages(locale):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            with compiled.open("wb") as file:
                write_mo(file, read(path))
    return []


def check(source: Path = SOURCE, locale: Path = LOCALE) -> list[str]:
    """Return what has fallen behind, one line each: the template, or a text of a language."""
    wanted = template(source)
    problems = list(_outdated(wanted, locale / f"{DOMAIN}.pot"))
    for path in languages(locale):
        name = path.relative_to(locale).parts[0]
        problems.extend(f"{name}: {problem}" for problem in _faults(wanted, read(path)))
    return problems


def _faults(wanted: Catalog, catalog: Catalog) -> Iterator[str]:
    for message in _texts(wanted):
        said = catalog.get(message.id, message.context)
        if fault := _fault(message, said, catalog.num_plurals):
            yield f"{fault}: {_first(message.id)!r}"


def _outdated(wanted: Catalog, path: Path) -> Iterator[str]:
    kept = {message.id for message in _texts(read(path))} if path.exists() else set()
    texts = {message.id for message in _texts(wanted)}
    for text in sorted(texts - kept, key=str):
        yield f"{path.name} lacks {_first(text)!r}; run make translations"
    for text in sorted(kept - texts, key=str):
        yield f"{path.name} still has {_first(text)!r}; run make translations"


def _fault(wanted: Message, said: Message | None, plurals: int) -> str | None:
    """Say what is wrong with the translation of a text, or None."""
    translated = _forms(said.string) if said else ()
    expected = plurals if isinstance(wanted.id, tuple) else 1
    if said is None or not all(translated) or len(translated) != expected:
        return "not translated"
    if said.fuzzy:
        return "marked as fuzzy"
    known = set().union(*map(_names, _forms(wanted.id)))
    if any(_names(form) - known for form in translated):
        return "has a name in braces that the program does not fill"
    if not isinstance(wanted.id, tuple) and _names(translated[0]) != known:
        return "lacks a name in braces"
    return None


def _texts(catalog: Catalog) -> Iterator[Message]:
    """Leave out the header, whose id is the empty text."""
    return (message for message in catalog if message.id)


def _forms(text: _Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _first(text: _Text) -> str:
    return _forms(text)[0]


def _names(text: str) -> set[str]:
    """Return the names in braces that ``str.format`` fills; none where it is no format."""
    try:
        return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}
    except ValueError:
        return set()


COMMANDS: dict[str, Callable[[], list[str]]] = {
    "extract": extract,
    "update": update,
    "check": check,
    "compile": compile_all,
}


def main() -> int:
    """Run one command; the exit code says whether it found a problem."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    problems = COMMANDS[parser.parse_args().command]()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
