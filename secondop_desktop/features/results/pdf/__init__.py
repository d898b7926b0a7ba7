"""Test results on paper: a cumulative grid for the reader, and each as printed when asked for."""

from secondop_desktop.exchange.pdf.pages.chapter import Chapter
from secondop_desktop.features.results.pdf.every import every
from secondop_desktop.features.results.pdf.overview import overview
from secondop_desktop.lang import N_

CHAPTERS = {
    "result": Chapter("result", N_("Test results"), ("result",), overview, usual=True),
    "every-result": Chapter("every-result", N_("Results as printed"), ("result",), every),
}
