"""The page of records: the list, and the pages of one."""

from secondop_desktop.features.records.page.records_page import RecordsPage

PAGES = {"record": RecordsPage}
