"""What is said beside an entry written at the command line: how it was read, and what is odd."""

import sys
from collections.abc import Mapping
from typing import Any

from secondop_desktop.cli.output import plain
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _


def tell_parted(kind: Kind, given: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
    """Say how a text was taken apart that held more than its field, such as ``5.5 H``."""
    told = [
        _("{field}: {value}").format(field=name, value=text)
        for name, value in changes.items()
        if (text := kind.type_of(name).words(value)) != kind.type_of(name).words(given.get(name))
    ]
    if told:
        _say(_("Read as {parts}.").format(parts=", ".join(told)))


def tell_future(kind: Kind, values: Mapping[str, Any]) -> None:
    """Say which date of something that happened is in the future; it is kept as given."""
    today = local_today()
    for field in kind.fields:
        if field.lies_ahead(values, today):
            text = _(
                "{kind}: {field} is {date}, which is in the future. It is kept as given; "
                "correct it if that is a slip."
            )
            date = values[field.name].words()
            _say(text.format(kind=kind.name, field=field.name, date=date))


def _say(text: str) -> None:
    print(plain(f"secondop: {text}"), file=sys.stderr)
