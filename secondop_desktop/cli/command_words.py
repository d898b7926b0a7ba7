"""The command words, what each is for, and its room; light, as every start asks for them."""

from collections.abc import Mapping
from types import MappingProxyType

from secondop_desktop.lang import N_

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "sample": N_("write the sample journal, to look around in"),
        "new": N_("start an empty journal"),
        "kinds": N_("say which kinds of entry there are and which fields each has"),
        "add": N_("add an entry, or many in one step; prints their ids"),
        "list": N_("list the entries of a kind"),
        "show": N_("show one entry"),
        "edit": N_("change one entry"),
        "remove": N_("put one entry in the bin"),
        "bring-back": N_("take one entry out of the bin"),
        "undo": N_("take the last change back"),
        "redo": N_("make it again"),
        "history": N_("say what was changed and when, in the journal or in one entry"),
        "search": N_("find words anywhere, the closest match first"),
        "timeline": N_("list everything that has a date, in order"),
        "compare": N_("lay the opinions side by side, with your marks"),
        "attach": N_("put files into the journal; prints the ids of their records"),
        "extract": N_("get a file out again, byte for byte"),
        "import": N_("take in a file of another program"),
        "export": N_("make a PDF, a calendar or tables"),
        "check": N_("look for damage"),
        "backup": N_("make a safe copy now"),
        "copies": N_("list the safe copies"),
        "restore": N_("turn a safe copy into a journal"),
        "passphrase": N_("set, change or remove the passphrase; print the recovery sheet"),
        "self-test": N_("check this installation on the sample journal"),
    }
)

_WORDS_IN = {
    "making": "sample new",
    "kinds": "kinds",
    "entries": "add edit remove bring-back",
    "showing": "list show",
    "changes": "undo redo history",
    "search_commands": "search timeline",
    "comparing": "compare",
    "files": "attach extract",
    "importing": "import",
    "exporting": "export",
    "safety": "check backup copies restore",
    "protecting": "passphrase",
    "self_test": "self-test",
}
ROOMS: Mapping[str, str] = MappingProxyType(
    {word: room for room, words in _WORDS_IN.items() for word in words.split()}
)
"""The module of ``cli`` that holds the command of each word."""
