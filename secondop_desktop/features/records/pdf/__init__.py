"""Records on paper: a line each for the reader, and all that is known of them when asked for."""

from secondop_desktop.exchange.pdf.pages.chapter import Chapter
from secondop_desktop.features.records.pdf.every import every
from secondop_desktop.features.records.pdf.overview import overview
from secondop_desktop.lang import N_

CHAPTERS = {
    "record": Chapter(
        "record", N_("Letters, scans and records"), ("record",), overview, usual=True
    ),
    "every-record": Chapter("every-record", N_("All about the records"), ("record",), every),
}
