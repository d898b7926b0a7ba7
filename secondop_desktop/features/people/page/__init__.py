"""The page of people: a list of them, and each laid out to be read."""

from secondop_desktop.features.people.page.people_page import PeoplePage

PAGES = {"person": PeoplePage}

__all__ = ["PAGES", "PeoplePage"]
