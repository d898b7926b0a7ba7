"""The page of doctors and places: the list, and the shortlist side by side."""

from secondop_desktop.features.providers.page.providers_page import ProvidersPage

PAGES = {"provider": ProvidersPage}
