"""How wide the columns of a table are, when their content decides."""

from collections.abc import Sequence

_WORD = 0.4  # of the width: no single word pushes the others further aside, it is broken

_MOST = 0.8  # of the width, for columns with a share when there are others


def shared_out(
    total: float, shares: Sequence[float], wants: Sequence[tuple[float, float]]
) -> list[float]:
    """Return the width of each column, in the unit of total.

    A share above 0 is a part of the total, more only where a word needs it; shares that are more
    than 1 together, or are all there is, are weights. The other columns get what they want, given
    as the widest word and the widest line; where that is too much, the narrow ones come first.
    """
    if all(shares):
        return _weighed(total, shares, [min(least, total * _WORD) for least, _most in wants])
    if sum(shares) > 1:
        shares = [share / sum(shares) for share in shares]
    widths = [
        max(total * share, min(least, total * _WORD)) if share > 0 else 0.0
        for share, (least, _most) in zip(shares, wants, strict=True)
    ]
    free = [n for n, share in enumerate(shares) if share <= 0]
    taken, most = sum(widths), total * _MOST
    if taken > most:
        widths = [width * most / taken for width in widths]
    room = total - sum(widths)
    for n, width in zip(free, _served(room, [wants[n] for n in free]), strict=True):
        widths[n] = width
    return widths


def _weighed(total: float, shares: Sequence[float], leasts: Sequence[float]) -> list[float]:
    """Share out by weight; no column gets less than its widest word while others can spare it."""
    if sum(leasts) >= total:
        return [total * least / sum(leasts) for least in leasts]
    held: dict[int, float] = {}
    while True:
        left = total - sum(held.values())
        weight = sum(share for n, share in enumerate(shares) if n not in held)
        widths = [held.get(n, left * share / weight) for n, share in enumerate(shares)]
        short = {n: leasts[n] for n, width in enumerate(widths) if width < leasts[n] - 0.001}
        if not short:
            return widths
        held |= short


def _served(room: float, wants: Sequence[tuple[float, float]]) -> list[float]:
    wished = sum(most for _least, most in wants)
    if wished <= room:
        spare = (room - wished) / len(wants) if wants else 0.0
        return [most + spare for _least, most in wants]
    leasts = [min(least, _WORD * room) for least, _most in wants]
    needed = sum(leasts)
    if needed >= room:
        return [room * least / needed for least in leasts]
    return _filled(room - needed, leasts, [most for _least, most in wants])


def _filled(spare: float, widths: list[float], limits: Sequence[float]) -> list[float]:
    """Pour the spare room evenly into all columns that still want some."""
    widths = list(widths)
    open_ones = [n for n, limit in enumerate(limits) if limit > widths[n]]
    while open_ones and spare > 0.01:
        level = min([spare / len(open_ones), *(limits[n] - widths[n] for n in open_ones)])
        for n in open_ones:
            widths[n] += level
        spare -= level * len(open_ones)
        open_ones = [n for n in open_ones if limits[n] - widths[n] > 0.01]
    return widths
