"""What a sender took back of what it may have sent before: read, to be found in the journal."""

from collections.abc import Sequence
from dataclasses import replace

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir import kept
from secondop_desktop.exchange.fhir.codes import line, objects, several
from secondop_desktop.exchange.fhir.context import (
    FOREIGN,
    AddedError,
    Context,
    LeftOutError,
    OnlyToldError,
    Pool,
    Reader,
    ReadValues,
    UnreadableError,
    WithdrawnError,
)
from secondop_desktop.exchange.fhir.resources import Body, Resource, said_deleted
from secondop_desktop.exchange.fhir.withdrawn import WRONG, only_status, without_status
from secondop_desktop.exchange.read_entries import TakenBack

_UNREAD = (AddedError, LeftOutError, OnlyToldError, UnreadableError, UserError, *FOREIGN)
"""What a reader raises for a resource of which its sender left no more than the shell."""

_BY = ("asserter", "recorder", "performer", "author", "requester")


def taken_back(
    pool: Pool, resource: Resource, kind: str, reader: Reader, error: WithdrawnError
) -> TakenBack:
    """Return what the resource said before, as far as it is still there, and why it no longer is.

    Of a shell that is left only the origin is known, and the values are empty.
    """
    with pool.untouched():
        told = _read_before(pool, resource, reader)
    drafts = list(pool.drafts(resource, kind, told))
    status = kept.raw(only_status(resource.body))
    return TakenBack(resource.where, str(error), error.why, drafts, _by(pool, resource), status)


def deleted(pool: Pool, resource: Resource) -> TakenBack:
    """Return what its source deleted, with what the file still tells of it, if anything."""
    said = said_deleted(_called(resource))
    kind, reader = pool.readers.get(resource.type, ("record", kept.read))
    is_bare = resource.body.keys() <= {"resourceType", "id", "identifier"}
    told = [ReadValues({})] if is_bare else _read_before(pool, resource, reader)
    drafts = list(pool.drafts(resource, kind, told))
    status = kept.raw({"status": WRONG})
    return TakenBack(resource.where, said, "deleted", drafts, _by(pool, resource), status)


def _called(resource: Resource) -> str:
    """Return the name by which its source knows it: its id, else its number."""
    if resource.id:
        return f"{resource.type}/{resource.id}"
    numbers = (line(one.get("value")) for one in objects(resource.body.get("identifier")))
    return " ".join((resource.type, *numbers))


def _read_before(pool: Pool, resource: Resource, reader: Reader) -> Sequence[ReadValues]:
    before: Body = without_status(resource.body)
    try:
        told = list(reader(before, Context(pool, replace(resource, body=before))))
    except _UNREAD:
        told = []
    return [replace(one, content=None) for one in told] or [ReadValues({})]


def _by(pool: Pool, resource: Resource) -> str:
    """Name who took it back, where the file says who wrote it."""
    context = Context(pool, resource)
    given = [one for part in _BY for one in several(resource.body.get(part))]
    return next(filter(None, map(context.name, given)), "")
