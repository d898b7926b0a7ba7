"""Who was told: a card for each doctor whom the case concerns."""

from secondop_desktop.features.told.page.tell_page import TellPage

PAGES = {"told": TellPage}
