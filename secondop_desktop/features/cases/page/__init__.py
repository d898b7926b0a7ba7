"""My question: the case in a few words, and a page for each of its steps."""

from secondop_desktop.features.cases.page.case_page import CasePage

__all__ = ["PAGES", "CasePage"]

PAGES = {"case": CasePage}
