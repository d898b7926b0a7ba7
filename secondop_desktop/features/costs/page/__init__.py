"""The page of costs: the list, and what each state comes to."""

from secondop_desktop.features.costs.page.costs_page import CostsPage

PAGES = {"cost": CostsPage}
