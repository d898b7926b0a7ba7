"""Arranging photographs as the pages of a record: order, turn, cut, lighten."""

from secondop_desktop.features.records.page.arranging.dialog import ArrangingDialog

__all__ = ["ArrangingDialog"]
