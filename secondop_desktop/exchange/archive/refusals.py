"""What is said of an archive that cannot be taken in; each says what, where, and what to do."""

import re

from secondop_desktop.errors import LockedArchiveError, UserError
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.lang import _

_AGENT = re.compile(r"Secondop ([0-9]{1,4}(?:\.[0-9]{1,4}){1,3})")


def locked(name: str, *, given: bool) -> LockedArchiveError:
    """Return the error for an archive whose password is not known."""
    wrong = _(
        "That password does not open {file}. Type it again, as it was when it was written."
    ).format(file=name)
    if given:
        return LockedArchiveError(wrong, wrong)
    asked = _("{file} opens with a password.").format(file=name)
    how = _("{asked} Give it (--zip-password-file on the command line).").format(asked=asked)
    return LockedArchiveError(how, asked)


def broken(name: str) -> UserError:
    """Return the error for a zip that was cut, or that no program could read."""
    text = _(
        "{file} is not whole: it was cut short, or damaged on its way. Get the archive again, or "
        "use another copy of it. Nothing was changed."
    )
    return UserError(text.format(file=name))


def changed(name: str, part: str) -> UserError:
    """Return the error for a part that does not come to its sum."""
    text = _(
        "{part} in {file} is not as it was written. Get the archive again, or use another copy of "
        "it. Nothing was changed."
    )
    return UserError(text.format(part=part, file=name))


def missing(name: str, part: str) -> UserError:
    """Return the error for a part that is not there."""
    text = _(
        "{part} is missing in {file}. Get the archive again, or use another copy of it. Nothing "
        "was changed."
    )
    return UserError(text.format(part=part, file=name))


def extra(name: str, part: str) -> UserError:
    """Return the error for a file that nobody wrote there."""
    text = _(
        "{file} holds a file that is not part of the archive: {part}. Get the archive as it was "
        "written. Nothing was changed."
    )
    return UserError(text.format(part=part, file=name))


def newer(name: str, agent: str) -> UserError:
    """Return the error for an archive of a later version, which ``agent`` may tell."""
    text = _(
        "{file} was made by a newer Secondop. Bring Secondop up to date on this computer, then "
        "bring in the archive again. Nothing was changed."
    )
    if made_by := _AGENT.fullmatch(agent):
        text = _(
            "{file} was made by a newer Secondop, version {version}. Bring Secondop up to date on "
            "this computer, then bring in the archive again. Nothing was changed."
        )
        return UserError(text.format(file=name, version=made_by[1]))
    return UserError(text.format(file=name))


def not_understood(name: str) -> UserError:
    """Return the error for content that is whole, and that this version does not know."""
    text = _(
        "{file} holds something that this version of Secondop does not know. Bring Secondop up to "
        "date, or get the archive as it was written. Nothing was changed."
    )
    return UserError(text.format(file=name))


def unread(name: str, problem: OSError) -> UserError:
    """Return the error for a file that the computer does not give."""
    text = _("{file} cannot be read: {why}. Nothing was changed.")
    return UserError(text.format(file=name, why=why(problem)))
