"""Whether a resource still stands: asked by every reader before it reads."""

from secondop_desktop.exchange.fhir.context import WithdrawnError
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.withdrawn import reason, withdrawn


def check(body: Body) -> None:
    """Raise WithdrawnError for what its sender took back."""
    if why := withdrawn(body):
        raise WithdrawnError(why, reason(body))
