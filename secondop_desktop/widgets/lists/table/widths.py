"""How wide columns are: as their words want where there is room, fairly squeezed where not."""

from collections.abc import Sequence


def widths(
    natural: Sequence[int], least: Sequence[int], stretch: Sequence[int], room: int
) -> list[int]:
    """Share a room, in device-independent pixels, among columns.

    With room to spare the columns that stretch take it, in proportion. Without, each gives
    up some of what it has beyond its least width; below that the table scrolls sideways.
    """
    spare = room - sum(natural)
    if spare >= 0:
        return _grown(natural, stretch, spare)
    slack = sum(natural) - sum(least)
    keep = max(0.0, (slack + spare) / slack) if slack > 0 else 0.0
    return [low + int((high - low) * keep) for high, low in zip(natural, least, strict=True)]


def _grown(natural: Sequence[int], stretch: Sequence[int], spare: int) -> list[int]:
    shares = list(stretch)
    if not any(shares):
        shares[-1] = 1
    total = sum(shares)
    grown = [have + spare * share // total for have, share in zip(natural, shares, strict=True)]
    grown[-1] += sum(natural) + spare - sum(grown) if shares[-1] else 0
    return grown
