"""The list of what belongs to an entry, inside the entry's form."""

from PySide6.QtCore import QTimer

from tests.features.desk import Desk, opened, settle


def test_rows_follow_what_is_written_elsewhere(desk: Desk) -> None:
    option = desk.add("option", name="Operation")
    form = desk.open("option", option)
    assert form.outcomes.buttons() == []
    assert not form.outcomes.rows.isVisible()
    desk.add("outcome", option=option, text="Less pain", good_or_bad="good")
    assert [button.row.title for button in form.outcomes.buttons()] == ["Less pain"]
    assert form.outcomes.rows.isVisible()
    desk.journal.undo()
    assert form.outcomes.buttons() == []


def test_parts_of_another_entry_are_not_listed(desk: Desk) -> None:
    desk.add("outcome", option=desk.add("option", name="Wait"), text="No scar")
    form = desk.open("option", desk.add("option", name="Operation"))
    assert form.outcomes.buttons() == []


def test_the_focus_comes_back_to_the_row_that_was_opened(desk: Desk) -> None:
    option = desk.add("option", name="Operation")
    for text, matters in (("Less pain", 5), ("More breath", 3)):
        desk.add("outcome", option=option, text=text, good_or_bad="good", matters=matters)
    form = desk.open("option", option)
    row = form.outcomes.buttons()[1]
    row.setFocus()

    def change() -> None:
        desk.type(opened().form.edits["text"], "!")
        opened().form.done()

    QTimer.singleShot(0, change)
    row.click()
    settle()
    assert [button.row.title for button in form.outcomes.buttons()] == ["Less pain", "!More breath"]
    assert form.window().focusWidget() is form.outcomes.buttons()[1]


def test_what_waits_in_the_form_is_saved_before_a_part_is_added(desk: Desk) -> None:
    option = desk.add("option", name="Operation")
    form = desk.open("option", option)
    desk.type(form.edits["description"], "Through the groin")
    seen = []

    def look() -> None:
        seen.append(desk.journal.get("option", option).description)
        opened().close()

    QTimer.singleShot(0, look)
    form.outcomes.adds[0].click()
    assert seen == ["Through the groin"]
