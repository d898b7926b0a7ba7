"""What is said beside an entry written at the command line: how it was read, and what is odd."""

import sys
from collections.abc import Mapping
from typing import Any

from secondop_desktop.cli.output import plain
from secondop_desktop.journal.before_birth import before_birth
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
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


def tell_odd_dates(kind: Kind, values: Mapping[str, Any], born: PartialDate | None) -> None:
    """Say which date lies in the future, or before the person was born; it is kept as given."""
    today = local_today()
    ahead = _(
        "{kind}: {field} is {date}, which is in the future. It is kept as given; "
        "correct it if that is a slip."
    )
    early = _(
        "{kind}: {field} is {date}, which is before the date of birth. It is kept as given; "
        "correct it if that is a slip."
    )
    found = [(field.name, ahead) for field in kind.fields if field.lies_ahead(values, today)]
    for name, text in [*found, *((name, early) for name in before_birth(kind, values, born))]:
        _say(text.format(kind=kind.name, field=name, date=values[name].words()))


def _say(text: str) -> None:
    print(plain(f"secondop: {text}"), file=sys.stderr)
