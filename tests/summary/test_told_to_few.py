"""What is told to few stays out of ticked chapters, until what is private may go in."""

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.summary.printed import EVERY, add, made, person_of, words

_SECRETS = (
    "under the stairs",
    "in the blue tin",
    "behind the clock",
    "spare key",
    "Two buses and a taxi",
    "Dr Not Chosen",
    "Bring sandwiches",
    "Half a letter",
    "Hotel",
)
_TOLD = ("Dr Chosen", "Sent to the clinic", "Sister, 07700 900555", "Pacemaker")


def _fill(journal: Journal) -> None:
    with journal.change("Edit") as change:
        change.edit(
            "person",
            person_of(journal),
            implants=True,
            implants_words="Pacemaker",
            implants_card="Card under the stairs",
            care_decision=True,
            care_decision_paper="Form in the blue tin",
            carer="Pat",
            authority="lpa",
            authority_paper="Deed behind the clock",
            emergency_contacts="Sister, 07700 900555\nNeighbour with a spare key",
        )
    chosen = add(journal, "provider", name="Dr Chosen", shortlisted=True, experience="Long")
    add(journal, "provider", name="Dr Not Chosen", shortlisted=True)
    add(journal, "provider", name="Dr Far", shortlisted=True, distance="Two buses and a taxi")
    add(journal, "opinion", place=2, provider=chosen, overall="Wait.")
    add(journal, "case", question="Wait?", steps={"1": "completed"},
        step_notes={"1": "Bring sandwiches"})  # fmt: skip
    add(journal, "letter", title="Half a letter", text="Dear nobody")
    add(journal, "letter", title="Sent to the clinic", text="Hello", sent=PartialDate(2026, 3, 5))
    add(journal, "cost", what="Hotel", amount=90)


def test_what_is_told_to_few_needs_more_than_a_ticked_chapter(ann: Journal) -> None:
    _fill(ann)
    told = words(ann, sections=EVERY)
    assert [secret for secret in _SECRETS if secret in told] == []
    assert [fact for fact in _TOLD if fact not in told] == []
    whole = words(ann, sections=EVERY, private=True)
    assert [secret for secret in (*_SECRETS, *_TOLD) if secret not in whole] == []


def test_a_chapter_that_is_kept_back_is_named_to_who_prints(ann: Journal) -> None:
    _fill(ann)
    assert made(ann, appendices=("cost",))[1].kept_back == ("Costs",)
    assert made(ann, appendices=("cost",), private=True)[1].kept_back == ()
    assert made(ann)[1].kept_back == ()
