"""Nobody's file comes in under somebody else by Enter, and what is open is asked first."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.exchange.incoming import importing, in_parts
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.questions import Choice, Question
from secondop_desktop.features.records.page.letter_card import LetterCard
from secondop_desktop.journal import sources
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import Cancelled
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.widgets.lists.later_rows import LaterRows
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window import pictures
from secondop_desktop.window.importing.page import ImportPage
from secondop_desktop.window.importing.plan_rows import preview
from secondop_desktop.window.kind_lookup import form_of
from secondop_desktop.window.session import Session
from tests.window.keyboard import focused, press, tab_to

_STOPPED = "You stopped it, so nothing was brought in."


def _page(session: Session) -> ImportPage:
    session.go("import")
    assert isinstance(session.page, ImportPage)
    return session.page


def _file(folder: Path, name: str, born: str) -> Path:
    who = {"resourceType": "Patient", "id": "p", "name": [{"text": name}], "birthDate": born}
    what = {"resourceType": "Condition", "id": "c", "code": {"text": "Dropsy"}}
    entries = [{"resource": who}, {"resource": what | {"subject": {"reference": "Patient/p"}}}]
    path = folder / "letter.json"
    path.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}), "utf-8")
    return path


def _filed(session: Session) -> list[str]:
    rows = session.journal.entries("diagnosis", name="Dropsy")
    return [session.journal.name(row.person) for row in rows]


def test_a_strangers_file_is_not_filed_by_enter(session: Session, tmp_path: Path) -> None:
    page = _page(session)
    page.read([_file(tmp_path, "Owen Strange", "1933-02-01")])
    assert page.stranger.isVisible()
    assert page.plan is None
    assert page.agree.isHidden()
    assert focused() == "Choose other files…"
    assert _filed(session) == []
    tab_to("Add Owen Strange as a new person")
    press("Return")
    assert focused() == "Bring them in"
    assert page.summary.text().startswith("2 new")
    press("Return")
    assert _filed(session) == ["Owen Strange"]


def test_who_says_that_it_is_theirs_still_has_to_press(session: Session, tmp_path: Path) -> None:
    page = _page(session)
    page.read([_file(tmp_path, "Owen Strange", "1933-02-01")])
    name = session.journal.name(session.person)
    tab_to(f"It is about {name}")
    press("Return")
    assert "Check that this is right" in page.said.text.text()
    assert focused() == "Choose files…"
    tab_to("Bring them in")
    press("Return")
    assert _filed(session) == [name]


def test_the_right_person_is_offered_first(session: Session, tmp_path: Path) -> None:
    with session.journal.change("Add") as change:
        born = PartialDate.parse("1933-02-01")
        change.add("person", name="Owen Strange", birth_date=born)
    page = _page(session)
    page.read([_file(tmp_path, "STRANGE, Owen", "1933-02-01")])
    assert focused() == "Bring it in for Owen Strange"
    press("Return")
    assert page.summary.text() == "For Owen Strange: 1 new, 1 already in the journal"
    press("Return")
    assert _filed(session) == ["Owen Strange"]


def _asks(monkeypatch: pytest.MonkeyPatch, default: str = "") -> None:
    """Let every file leave one question open."""

    def read(*_args: Any, **_more: Any) -> Plan:
        answers = _args[3]
        plan = reads(*_args[:3], sure=_more["sure"])
        answer = answers.get("order", default)
        asked = Question("order", "In which order are the dates?", choices, default, answer)
        return Plan(**{**vars(plan), "questions": (asked,)})

    reads, choices = importing.read, (Choice("dmy", "Day first"), Choice("mdy", "Month first"))
    monkeypatch.setattr(importing, "read", read)


def test_an_open_question_comes_before_agreeing(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _asks(monkeypatch)
    page = _page(session)
    path = tmp_path / "note.txt"
    path.write_text("Note", "utf-8")
    page.read([path])
    assert focused() == "Day first"
    page.agree.click()
    assert page.plan is not None
    assert focused() == "Day first"
    press("Space")
    assert page.asking.fields["order"].value() == "dmy"
    assert focused() == "Day first"
    press("Down")
    assert page.asking.fields["order"].value() == "mdy"
    assert page.plan.questions[0].answer == "mdy"
    tab_to("Bring them in", "Shift+Tab")
    press("Return")
    assert page.plan is None
    pictures.settle(QApplication.instance())
    card = QApplication.activeModalWidget()
    assert isinstance(card, LetterCard)
    card.reject()
    assert session.shell.focusWidget() is not None


def test_what_came_in_says_where_it_came_from(session: Session, tmp_path: Path) -> None:
    page = _page(session)
    path = tmp_path / "meter.csv"
    path.write_text("test,value,date\nSelenium,41,2026-02-03\n", "utf-8")
    page.read([path])
    assert page.keep.value()
    page.agree.click()
    [row] = session.journal.entries("result", test="Selenium")
    form = form_of(session.journal.kinds["result"])(
        session.journal, session.watch, session.journal.kinds["result"], row.id
    )
    assert not form.foot.source.isHidden()
    form.deleteLater()


def test_the_files_may_stay_outside(session: Session, tmp_path: Path) -> None:
    page = _page(session)
    path = tmp_path / "meter.csv"
    path.write_text("test,value,date\nSelenium,41,2026-02-03\n", "utf-8")
    page.read([path])
    page.keep.set_value(False)
    page.agree.click()
    assert [r.source_file for r in session.journal.entries("result", test="Selenium")] == [""]


def test_each_column_can_be_named_and_is_remembered(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Test,Value,Result,Unit,Date\nZinc,77,12.1,umol/L,2025-02-14\n", "utf-8")
    page = _page(session)
    page.read([path])
    assert page.plan is not None
    assert [one.title for one in page.plan.new] == ["Zinc 77 umol/L"]
    tab_to("What the columns of t.csv hold…")
    press("Return")
    combo = page.columns.combos["t.csv#3"]
    assert combo.accessibleName() == "What the column “Result” holds"
    combo.setFocus()
    press("Home")
    press("Down")
    assert combo.currentText() == "Result"
    assert [one.title for one in page.plan.new] == ["Zinc 12.1 umol/L"], "the plan follows"
    assert QApplication.focusWidget() is page.columns.combos["t.csv#3"]
    page.agree.click()
    path.write_text("Test,Value,Result,Unit,Date\nIron,5,9.4,umol/L,2025-03-01\n", "utf-8")
    page.read([path])
    assert [one.title for one in page.plan.new] == ["Iron 9.4 umol/L"]
    assert "same columns as a file brought in before" in page.said.text.text()


def test_an_archive_comes_into_a_journal_with_entries(session: Session, tmp_path: Path) -> None:
    """What lay in its bin goes into the bin here, and the files it kept come along."""
    (person,) = session.journal.entries("person")
    name, born = person.name, person.birth_date
    with Journal.create(tmp_path / "other.secondop", KINDS) as other:
        with other.change("Bring in a table") as change:
            whose = change.add("person", name=name, birth_date=born)
            file = sources.keep(other, change, BytesIO(b"what,since"), "list.csv", packed=True)
            told = {"source_file": file, "source_place": "line:2"}
            change.add("symptom", person=whose, what="Dropsy of the knee", **told)
            gone = change.add("task", person=whose, text="Ring about the dropsy")
        with other.change("Put away") as change:
            change.put_away("task", gone)
        write_archive(other, tmp_path / "other.zip")
    page = _page(session)
    page.read([tmp_path / "other.zip"])
    assert (page.summary.text(), page.keep.isHidden()) == ("2 new, 1 already in the journal", True)
    assert "history stays in the archive" in page.said.text.text()
    assert any("goes into the bin" in one.detail for one in page.list.items())
    page.agree.click()
    (symptom,) = session.journal.entries("symptom", what="Dropsy of the knee")
    assert session.journal.file(symptom.source_file) == b"what,since"
    binned = session.journal.entries("task", binned=True)
    assert "Ring about the dropsy" in [row.text for row in binned]


def test_who_stops_in_the_middle_can_agree_again(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(session)
    born = session.journal.get("person", session.person).birth_date.iso
    page.read([_file(tmp_path, session.journal.name(session.person), born)])
    before, apply = page.plan, importing.apply
    assert before is not None

    def stop(*_given: object, **_told: object) -> tuple[str, ...]:
        raise Cancelled

    monkeypatch.setattr(importing, "apply", stop)
    page.agree.click()
    assert page.plan is before
    assert _filed(session) == []
    assert page.said.text.text() == _STOPPED
    assert focused() == "Bring them in"
    monkeypatch.setattr(importing, "apply", apply)
    page.agree.click()
    assert len(_filed(session)) == 1
    assert page.plan is None


def _stopping(*_given: object, **_told: object) -> Plan:
    raise Cancelled


def test_who_stops_the_reading_is_told_so_and_can_choose_again(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(session)
    born = session.journal.get("person", session.person).birth_date.iso
    file = _file(tmp_path, session.journal.name(session.person), born)
    page.read([file])
    read = importing.read
    monkeypatch.setattr(importing, "read", _stopping)
    page.read([file])
    assert (page.plan, page.said.text.text()) == (None, _STOPPED)
    assert page.list.isHidden()
    assert page.agree.isHidden()
    assert focused() == "Choose files…"
    monkeypatch.setattr(importing, "read", read)
    page.read([file])
    page.agree.click()
    assert len(_filed(session)) == 1


def test_who_stops_another_answer_has_the_plan_as_it_was(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(session)
    born = session.journal.get("person", session.person).birth_date.iso
    page.read([_file(tmp_path, session.journal.name(session.person), born)])
    before = page.plan
    monkeypatch.setattr(importing, "read", _stopping)
    page.asking.answered.emit({"order": "day"})
    assert page.plan is before is not None
    assert page.said.text.text() == _STOPPED
    assert page.list.model().rowCount() == len(before.new) + len(before.same)
    page.agree.click()
    assert len(_filed(session)) == 1


def test_each_row_says_what_comes_in_or_what_changes(session: Session, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Allergen,Reaction,Severity,Verification status\nFormaldehyde,Blisters,Mild,Confirmed\n"
    )
    (tmp_path / "o.csv").write_text("Operation,Date,Complications\nBunion,4 May 2011,none\n")
    page = _page(session)
    page.read([tmp_path / "a.csv", tmp_path / "o.csv"])
    assert {row.title: row.detail for row in page._rows} == {
        "Formaldehyde": "Allergy · Blisters · Mild · Confirmed",
        "Bunion": "Treatment · 4 May 2011 · Side effects and complications: none",
    }


def test_a_changed_row_names_what_is_set(session: Session, tmp_path: Path) -> None:
    copied = Path(shutil.copy(session.journal.path, tmp_path / "copied.secondop"))
    with Journal.open(copied, KINDS) as other:
        row = other.entries("medicine")[-1]
        with other.change("Edit") as change:
            change.edit("medicine", row.id, dose="7 mg", how_taken="every second day")
        write_archive(other, tmp_path / "all.zip")
    page = _page(session)
    page.read([tmp_path / "all.zip"])
    (said,) = (one.detail for one in page._rows if one.title == row.name and "7 mg" in one.detail)
    assert "Dose, as written on the box: 7 mg" in said
    assert "How and when you take it: every second day" in said


def test_the_rows_that_a_question_is_about_are_shown_beside_it(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "z.csv"
    dated = [f"Zinc,{at},µmol/L,2024-04-1{at}" for at in range(5)]
    path.write_text("\n".join(["Test,Result,Unit,Date", *dated, "Copper,17,µmol/L,"]), "utf-8")
    page = _page(session)
    page.read([path])
    assert page.plan is not None
    first, *_others = preview(page.plan, page._around).splitlines()[1:]
    assert first.startswith("Copper")
    page._answer({"dates-above": "above"})
    first, *_others = preview(page.plan, page._around).splitlines()[1:]
    assert "14 April 2024" in first


def test_what_an_answer_makes_is_shown_by_what_bears_a_date(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "o.csv"
    path.write_text("Operation,Date,Surgeon\nTrigger finger,03/04/2011,Miss Amory\n")
    page = _page(session)
    page.read([path])
    assert page.plan is not None
    first, *_others = preview(page.plan, page._around).splitlines()[1:]
    assert first.startswith("Trigger finger · Treatment · 3 April 2011")


def test_nothing_behind_it_can_be_pressed_while_nobody_can_read(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_parts, "LONG", 1)
    page, shown, apply = _page(session), list[bool](), importing.apply
    who = {"resourceType": "Patient", "id": "p", "name": [{"text": "Owen Strange"}]}
    what = {"resourceType": "Condition", "id": "c", "code": {"text": "Dropsy"}}
    lines = tmp_path / "bulk.ndjson"
    lines.write_text(f"{json.dumps(who)}\n{json.dumps(what)}\n", "utf-8")

    def applied(journal: Journal, plan: Plan, **how: Any) -> Any:
        shown.extend(one.isVisible() for one in page.findChildren(ProgressDialog))
        return apply(journal, plan, **how)

    monkeypatch.setattr(importing, "apply", applied)
    page.read([lines])
    tab_to("Add Owen Strange as a new person")
    press("Return")
    assert page.plan is not None
    assert page.plan.parts
    page.agree.click()
    assert shown[-1]
    assert _filed(session) == ["Owen Strange"]


def test_only_the_rows_in_sight_of_a_long_plan_are_made(session: Session, tmp_path: Path) -> None:
    told = "".join(f"Zinc {number},{number},2026-02-03\n" for number in range(1, 600))
    (tmp_path / "long.csv").write_text(f"test,value,date\n{told}", "utf-8")
    page = _page(session)
    page.read([tmp_path / "long.csv"])
    assert isinstance(page._rows, LaterRows)
    assert len(page._rows) > 500
    assert len(page._rows._made) < 60


def _photos(folder: Path, count: int) -> list[Path]:
    made = []
    for at in range(count):
        Image.effect_noise((60, 80), 10 + at).save(folder / f"photo-{at}.png")
        made.append(folder / f"photo-{at}.png")
    return made


def test_a_file_is_told_by_a_size_that_people_know(session: Session, tmp_path: Path) -> None:
    page = _page(session)
    page.read(_photos(tmp_path, 1))
    (row,) = page.list.items()
    size = (tmp_path / "photo-0.png").stat().st_size
    assert f"photo-0.png · {round(size / 1000)} KB" in row.detail


@pytest.mark.parametrize("percent", [100, 200])
def test_where_nothing_is_asked_only_the_list_scrolls(
    session: Session, qapp: QApplication, tmp_path: Path, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    session.shell.resize(1024, 640)
    page = _page(session)
    page.read(_photos(tmp_path, 9))
    pictures.settle(qapp)
    assert page.list.verticalScrollBar().maximum() > 0
    assert page.scroller.verticalScrollBar().maximum() == 0
    assert page.keep.isVisible()
