"""The pages of appointments and of questions."""

from secondop_desktop.features.appointments.page.appointments import AppointmentsPage
from secondop_desktop.features.appointments.page.questions import QuestionsPage

PAGES = {"appointment": AppointmentsPage, "question": QuestionsPage}
