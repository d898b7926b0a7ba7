"""The page of allergies, on which "no known allergies" can be said."""

from secondop_desktop.widgets.kind_pages.none_answer_list import AnsweredPage

PAGES = {"allergy": AnsweredPage}
