"""What others rely on: the words, the help, the README, the exit codes, the cost of starting."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop import __version__
from secondop_desktop.cli.command_words import WORDS
from secondop_desktop.cli.dispatch import command_of
from tests.architecture.house import ROOT
from tests.cli.shell import Shell

CONTRACT = """
    sample new kinds add list show edit remove undo redo history search timeline compare attach
    extract import export check backup copies restore passphrase self-test
"""


def test_every_command_of_the_contract_is_there() -> None:
    assert set(CONTRACT.split()) <= set(WORDS)
    assert [command_of(word).word for word in WORDS] == list(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_every_command_is_in_the_table_of_the_readme(word: str) -> None:
    table = re.findall(r"^\| `secondop ([a-z-]+)", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert word in table


def test_the_readme_names_no_command_that_is_not_there() -> None:
    table = re.findall(r"^\| `secondop ([a-z-]+)", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert set(table) <= set(WORDS)


def test_help_names_every_command(shell: Shell) -> None:
    said = shell.run("--help")
    assert said.code == 0
    for word, meaning in WORDS.items():
        assert re.search(rf"^  {word} +{re.escape(meaning)}$", said.out, re.M)


@pytest.mark.parametrize("word", WORDS)
def test_every_command_explains_itself(shell: Shell, word: str) -> None:
    said = shell.run(word, "--help")
    assert said.code == 0
    assert said.out.startswith(f"usage: secondop {word} ")
    assert "".join(WORDS[word].split())[1:] in "".join(said.out.split())


def test_version(shell: Shell) -> None:
    assert shell.run("--version").out == f"secondop {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["nonsense", "more"],
        ["--nonsense"],
        ["list"],
        ["list", "a.secondop", "no-kind"],
        ["add", "a.secondop", "diagnosis", "no-sign"],
        ["add", "a.secondop", "diagnosis", "=value"],
        ["list", "a.secondop", "diagnosis", "--jso"],
        ["export", "a.secondop"],
        ["export", "a.secondop", "--to", "b", "--format", "papyrus"],
        ["sample", "a.secondop", "--scale", "0"],
        ["passphrase", "a.secondop", "forget"],
    ],
)
def test_wrong_usage_is_2(shell: Shell, words: list[str]) -> None:
    said = shell.run(*words)
    assert (said.code, said.out) == (2, "")
    assert "usage: secondop" in said.err


def _python(program: str, *words: object) -> str:
    found = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout


def test_listing_imports_no_window_and_no_printing(journal: Path) -> None:
    program = (
        "import sys; from secondop_desktop.__main__ import main; code = main(sys.argv[1:]);"
        "print(code, *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    words = _python(program, "list", journal, "diagnosis", "--json").split()
    assert words[:2] == ["[]", "0"]
    heavy = {"PySide6", "reportlab", "pikepdf", "pypdfium2", "PIL", "icalendar"}
    assert heavy.isdisjoint(words)


def test_naming_the_commands_does_not_open_the_database() -> None:
    program = "import sys, secondop_desktop.__main__; print('sqlalchemy' in sys.modules)"
    assert _python(program).strip() == "False"
