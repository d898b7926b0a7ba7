"""The screens of deciding: the options side by side, and the decision with its checks."""

from secondop_desktop.features.decisions.page.decision import DecisionPage
from secondop_desktop.features.decisions.page.options import OptionsPage

PAGES = {"option": OptionsPage, "decision": DecisionPage}

__all__ = ["PAGES", "DecisionPage", "OptionsPage"]
