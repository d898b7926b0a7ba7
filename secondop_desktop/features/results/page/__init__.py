"""The page of test results: tests, and one of them over time."""

from secondop_desktop.features.results.page.tests_page import ResultsPage

PAGES = {"result": ResultsPage}
