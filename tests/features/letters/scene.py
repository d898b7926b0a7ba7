"""A journal that knows everything a letter may tell, and what each letter then says.

``python -m tests.features.letters.scene`` writes the goldens anew; read what changed in them.
"""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.letters.operations.drafting import Written, write
from secondop_desktop.features.letters.operations.letter_sources import Shelf
from secondop_desktop.features.letters.rules import TYPE
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate

GOLDEN = Path(__file__).with_name("golden")
TODAY = date(2026, 7, 3)
TYPES = [key for key, _words in TYPE]
_TO = {
    "ask": "first",
    "tell": "first",
    "records": "office",
    "records-chase": "second",
    "thanks": "second",
    "other": "second",
}


class Scene:
    """Margaret Evans, her doctors by short names, and Bob Evans, of whom she must know nothing."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.ids: dict[str, str] = {}
        with journal.change("people") as change:
            self.person = change.add("person", name="Margaret Evans")
            self.case = change.add("case", person=self.person, question="Operate now, or wait?")

    def add(self, kind: str, known_as: str = "", /, **values: Any) -> str:
        """Write an entry of hers, to be found by a name."""
        case = {"case": self.case} if "case" in KINDS[kind].types else {}
        with self.journal.change("add") as change:
            entry = change.add(kind, **{"person": self.person, **case, **values})
        self.ids[known_as or kind] = entry
        return entry

    def edit(self, kind: str, entry: str, **values: Any) -> None:
        """Change an entry."""
        with self.journal.change("edit") as change:
            change.edit(kind, entry, **values)

    @property
    def shelf(self) -> Shelf:
        """What letters read."""
        return Shelf(self.journal, self.person, self.case)

    def letter(self, type_: str, *, by_helper: bool = False, to: str | None = None) -> Written:
        """Draft a letter to whom it usually goes."""
        usual = self.ids.get(_TO.get(type_, "gp"))
        return write(self.shelf, type_, to or usual, TODAY, by_helper=by_helper)


def day(text: str) -> PartialDate:
    """Read an ISO date."""
    return PartialDate.parse(text)


def filled(journal: Journal) -> Scene:
    """Tell everything."""
    scene = Scene(journal)
    _doctors(scene)
    _people(scene)
    _question(scene)
    _afterwards(scene)
    _bob(scene)
    return scene


def _doctors(scene: Scene) -> None:
    scene.add(
        "provider", "gp", name="Dr Ann Bell", role="GP", organisation="Mill Surgery",
        address="Mill Surgery\n2 Mill Lane\nAshford AB1 2CD",
    )  # fmt: skip
    scene.add(
        "provider", "first", name="Mr John Shah", role="Consultant surgeon",
        organisation="Ashford Hospital", address="Ward 5\nAshford Hospital\nAB1 3EF",
    )  # fmt: skip
    scene.add(
        "provider", "second", name="Dr Eve Patel", role="Consultant surgeon", shortlisted=True,
        rank=1, organisation="Kingsbridge Clinic", address="Kingsbridge\nKB1 1AA", independent=True,
    )  # fmt: skip
    scene.add("provider", "other", name="Dr Third", role="Consultant", shortlisted=True, rank=2)
    scene.add(
        "provider", "office", name="Ashford Hospital, records office", role="Records office",
        organisation="Ashford Hospital", address="Basement\nAB1 3EF",
    )  # fmt: skip


def _people(scene: Scene) -> None:
    scene.edit(
        "person", scene.person, birth_date=day("1950-03-03"), nhs_number="9434765919",
        address="1 High Street\nAshford\nAB1 1AB", phone="01632 960100", email="m@example.org",
        communication="Please face me when you speak", gp=scene.ids["gp"], carer="Rhys Evans",
        sex="female",
        hospital_numbers={"Ashford Hospital": "AH 1234"},
        carer_address="7 Low Road\nAshford\nAB1 9ZZ", carer_phone="01632 960177",
        carer_relationship="Her son", authority="consent", authority_paper="In the drawer",
    )  # fmt: skip


def _question(scene: Scene) -> None:
    told = scene.add(
        "diagnosis", name="Gallstones", given_by=scene.ids["first"], date=day("2026-03"),
        certainty="provisional",
    )  # fmt: skip
    scene.edit(
        "case", scene.case, diagnosis=told, plan="Taking the gall bladder out",
        reasons=["major treatment", "peace of mind"], reasons_words="I feel well\nmost days.",
        safe_to_wait="yes", safe_said_by=scene.ids["gp"], safe_date=day("2026-05-05"),
        referral_by=scene.ids["gp"], referral_asked=day("2026-05-20"),
        referral_sent=day("2026-05-28"), route="private",
        insurer="Hearth Mutual", authorisation="HM-1",
    )  # fmt: skip
    scene.add("medicine", name="Ramipril", dose="5 mg", how_taken="one in the morning")
    scene.add("medicine", name="Old pills", status="stopped")
    scene.add("medicine", name="Naproxen", status="avoid", why_stopped="My stomach bled")
    scene.add("allergy", substance="Penicillin", reaction="rash")
    office = scene.ids["office"]
    scene.add("record", "scan", title="CT scan", date=day("2026-02"), state="wanted", holder=office)
    scene.add("record", "letter", title="Clinic letter", state="wanted", holder=office)
    scene.add("record", "elsewhere", title="X-ray", state="wanted", holder=scene.ids["gp"])
    scene.add(
        "record", "late", title="Scan pictures", state="asked", asked=day("2026-05-11"),
        holder=scene.ids["second"],
    )  # fmt: skip
    scene.add("record", "here", title="Blood test", state="received", holder=office)


def _afterwards(scene: Scene) -> None:
    scene.add("opinion", "one", place=1, provider=scene.ids["first"], date=day("2026-03-04"))
    scene.add(
        "opinion", "two", place=2, provider=scene.ids["second"], date=day("2026-06-20"),
        overall="Watch it for now.\nScan again in a year.",
    )  # fmt: skip
    scene.add("appointment", when=day("2026-06-20T10:30"), provider=scene.ids["second"])
    scene.add("appointment", when=day("2026-12-01"), provider=scene.ids["second"])
    scene.add(
        "decision", stage="made", text="Wait, and scan again", why="I feel well",
        change_mind="More pain", review=day("2027-06"), date=day("2026-06-30"),
    )  # fmt: skip


def _bob(scene: Scene) -> None:
    with scene.journal.change("Bob") as change:
        bob = change.add("person", name="Bob Evans", nhs_number="4010232137", phone="BOBPHONE")
        doctor = change.add("provider", person=bob, name="Dr Bobs", role="GP", shortlisted=True)
        written: dict[str, dict[str, Any]] = {
            "case": {"question": "BOBQUESTION"},
            "diagnosis": {"name": "BOBILLNESS", "given_by": doctor},
            "medicine": {"name": "BOBPILLS"},
            "allergy": {"substance": "BOBNUTS"},
            "record": {"title": "BOBRECORD", "state": "wanted"},
            "opinion": {"place": 3, "provider": doctor, "overall": "BOBOPINION"},
            "decision": {"stage": "made", "text": "BOBDECIDED"},
        }
        for kind, values in written.items():
            change.add(kind, person=bob, **values)


def said(made: Written) -> str:
    """Return a draft as a golden keeps it."""
    lacks = "\n".join(f"! {lack.words}" for lack in made.lacks)
    parts = (made.title, made.sender, made.recipient, made.subject, made.text, lacks)
    return "\n---\n".join(parts) + "\n"


def goldens(folder: Path) -> dict[str, str]:
    """Return the name and text of every golden."""
    with Journal.create(folder / "full.secondop", KINDS) as journal:
        full = filled(journal)
        found = {key: said(full.letter(key)) for key in TYPES}
        found |= {f"{key}-for": said(full.letter(key, by_helper=True)) for key in TYPES}
    with Journal.create(folder / "empty.secondop", KINDS) as journal:
        bare = Scene(journal)
        bare.edit("case", bare.case, question="")
        found |= {f"{key}-empty": said(bare.letter(key)) for key in TYPES}
    return found


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, text in goldens(Path(folder)).items():
            (GOLDEN / f"{name}.txt").write_text(text, "utf-8")
