"""Every script on paper: its font, its shaping, and the file that holds what was drawn."""

from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.pdf.text.scripts import SCRIPTS, Script
from secondop_desktop.journal.file import Journal


def every_script(path: Path) -> bool:
    """Print a person's name in each script that can be drawn here; no letter may be missing."""
    from secondop_desktop.exchange.pdf.text.shaping import can_draw

    words = [_word(script) for script in SCRIPTS if can_draw(script)]
    return all(words) and _printed(path.with_name("scripts.secondop"), ["Ann Example Żółć", *words])


def _word(script: Script) -> str:
    """Return three letters of a script that its font draws in both weights, else nothing."""
    from secondop_desktop.exchange.pdf.text.shaping import script_face

    face = script_face(script, False)
    letters = [char for char in map(chr, face.font.face.unicodes) if char.isalpha()]
    word = "".join(sorted(char for char in letters if script.holds(char))[:3])
    drawn = all(script_face(script, bold).draws(word) for bold in (False, True))
    return word if drawn else ""


def _printed(path: Path, words: list[str]) -> bool:
    from secondop_desktop.summary import story
    from secondop_desktop.summary.choices import Choices

    with Journal.create(path, KINDS) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name=" ".join(words))
        made = story.write(journal, Choices(person), path.with_suffix(".pdf"))
    return not made.missing
