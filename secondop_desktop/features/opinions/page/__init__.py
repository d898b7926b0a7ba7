"""The page of opinions: a grid that is edited in place."""

from secondop_desktop.features.opinions.page.opinions_page import OpinionsPage

PAGES = {"opinion": OpinionsPage}
