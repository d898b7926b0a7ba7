"""Search and the timeline."""

from tests.cli.shell import Shell


def test_search_ranks_titles_first(shell: Shell, person: str) -> None:
    noted = shell.add("diagnosis", "name=Gout", "notes=not Angina at all")
    named = shell.add("diagnosis", "name=Angina")
    found = shell.json("search", "angina")
    assert [one["id"] for one in found] == [named, noted]
    assert found[1] == {
        "kind": "diagnosis", "id": noted, "person": person, "title": "Gout",
        "snippet": "Your notes: not **Angina** at all",
    }  # fmt: skip


def test_search_words_and_phrases(shell: Shell) -> None:
    entry = shell.add("diagnosis", "name=Stable angina pectoris")
    for words in (["angi", "stab"], ['"angina pectoris"'], ["ANGÍNA"]):
        assert [one["id"] for one in shell.json("search", *words)] == [entry]
    for words in (['"pectoris angina"'], ["%"], ['"'], ["NOT"], ["nothing*"]):
        assert shell.json("search", *words) == []


def test_search_for_people(shell: Shell) -> None:
    entry = shell.add("diagnosis", "name=Angina", "notes=a\x1b\nb")
    assert (
        shell("search", "angina").out
        == f"diagnosis {entry}  Angina: What it is called: **Angina**\n"
    )
    assert shell("search", "nothing").out == "Nothing was found.\n"
    for words in ("", "  ", '""'):
        assert shell("search", words).out == "Enter a word to look for.\n"
        assert shell.json("search", words) == []
    other = shell.add("person", "name=Bea Lee")
    assert shell.json("search", "angina", "--person", other) == []


def test_the_timeline_sorts_partial_dates_honestly(shell: Shell, person: str) -> None:
    for date in ("2024-03-05T10:30", "2024-03", "2024-03-05", "2025", "2024", "2023-12-31"):
        shell.add("symptom", f"what=at {date}", f"date={date}", "helps=Rest")
    shell.add("symptom", "what=undated")
    visit = shell.add("appointment", "purpose=Visit", "when=2024-03-05T09:00", "about=yes")
    found = shell.json("timeline")
    assert [one["date"] for one in found] == [
        "2023-12-31", "2024", "2024-03", "2024-03-05",
        "2024-03-05T09:00", "2024-03-05T10:30", "2025",
    ]  # fmt: skip
    assert found[4] == {
        "date": "2024-03-05T09:00", "about": True, "kind": "appointment", "id": visit,
        "person": person, "title": "Visit", "line": "",
    }  # fmt: skip


def test_the_timeline_for_people(shell: Shell) -> None:
    entry = shell.add("symptom", "what=Pain", "date=2024-03")
    binned = shell.add("symptom", "what=Gone", "date=2024-03")
    shell("remove", binned)
    other = shell.add("person", "name=Bea Lee")
    assert shell("timeline").lines == [f"March 2024: Pain (symptom {entry})"]
    assert shell.json("timeline", "--person", other) == []
