"""The page of opinions: a grid that is edited in place."""

from secondop_desktop.features.opinions.page.side_by_side import OpinionsPage

PAGES = {"opinion": OpinionsPage}
