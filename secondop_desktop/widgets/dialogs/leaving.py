"""Whether what is saved now leaves the protection of a passphrase, and the words that say so.

It holds for the one journal that is open in the window, as the language does: a file is saved from
many screens, and each would have to be told.
"""

from secondop_desktop.lang import _

_now = {"protected": False}


def protect(on: bool) -> None:
    """Take note of whether the journal that is open has a passphrase."""
    _now["protected"] = on


def titled(title: str) -> str:
    """Return the title of a dialog that saves, which says before that the file has none."""
    if not _now["protected"]:
        return title
    return _("{title} (it will not have the journal's passphrase)").format(title=title)


def leaves() -> str:
    """Return what is said of a file that was saved; empty where there is nothing to say."""
    if not _now["protected"]:
        return ""
    return _("The passphrase of the journal does not protect it: whoever has it can read it.")
