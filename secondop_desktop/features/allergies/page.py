"""The page of allergies, on which "no known allergies" can be said."""

from secondop_desktop.widgets.answered import AnsweredPage

PAGES = {"allergy": AnsweredPage}
