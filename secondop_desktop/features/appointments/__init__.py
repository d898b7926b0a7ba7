"""Appointments, questions, answers and tasks."""
