"""Whatever way a word, a number or a date is written, the other ways of typing it find it."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.search.marking import MATCH_END, MATCH_START
from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.journal.values.dates import PartialDate
from tests.journal.written import add


def _shown(journal: Journal, words: str) -> list[str]:
    found = (hit.snippet for hit in journal.find(words))
    return [text.replace(MATCH_START, "[").replace(MATCH_END, "]") for text in found]


@pytest.mark.parametrize(
    ("written", "typed", "marked"),
    [
        ("Ankle oste-\noporosis", "osteoporosis", "Ankle [oste- oporosis]"),
        ("Ankle oste\ufffeoporosis", "osteoporosis", "Ankle [oste-oporosis]"),
        ("Seen for a check-\r\nup today", "check-up", "Seen for a [check- up] today"),
        ("Seen for a check\ufffeup today", "check up", "Seen for a [check]-[up] today"),
        ("pan\xadcreas", "pancreas", "[pancreas]"),
        ("心房細動の既往", "細動", "心房[細動]の既往"),
        ("당뇨병 환자", "뇨병", "당[뇨병] 환자"),
        ("かんせんしょう", "せんし", "かん[せんし]ょう"),
        ("Zoë Kowałska", "zoe kowalska", "[Zoë] [Kowałska]"),
        ("Søren Weiß, Đorđe", "soren weiss dorde", "[Søren] [Weiß], [Đorđe]"),
        ("Yıldız Æsop", "yildiz aesop", "[Yıldız] [Æsop]"),
        ("CO₂ and HCO₃", "co2 hco3", "[CO₂] and [HCO₃]"),
        ("4.5 ×10¹²/l", "10^12", "4.5 ×[10¹²]/l"),
        ("7 x10*9/L", "10⁹", "7 x[10*9]/L"),
        ("oﬃce reﬂux", "office reflux", "[oﬃce] [reﬂux]"),
        ("ＥＣＧ １２", "ecg 12", "[ＥＣＧ] [１２]"),
        ("aﬃx, diﬁﬁ, eﬀicacy", "affix efficacy", "[aﬃx], diﬁﬁ, [eﬀicacy]"),
        ("so eﬀective, so diﬀuse, ofﬁce", "office", "so eﬀective, so diﬀuse, [ofﬁce]"),
        ("once 40mg daily", "40 mg", "once [40mg] daily"),
        ("once 40 mg daily", "40mg", "once [40 mg] daily"),
        ("about 2.5ml in all", "2.5 ml", "about [2.5ml] in all"),
        ("drank 1,750 ml", "1750", "drank [1,750] ml"),
        ("paid 12,400 in all", "12400", "paid [12,400] in all"),
        ("Mrs D’Arcy", "d'arcy", "Mrs [D’Arcy]"),
        ("Mrs D'Arcy", "darcy", "Mrs [D'Arcy]"),
        ("e-mail sent", "email", "[e-mail] sent"),
        ("email sent", "e-mail", "[email] sent"),
        ("12 µg", "μg", "12 [µg]"),
        ("12 μg", "ug", "12 [μg]"),
        ("NHS 987 654 4321", "9876544321", "NHS [987 654 4321]"),
        ("NHS 9876544321", "987 654 43", "NHS [9876544321]"),
        ("Ring 0113 496 0987", "01134960987", "Ring [0113 496 0987]"),
        ("Ring 01134960987", "0113 496 0987", "Ring [01134960987]"),
        ("Ring +44 113 496 0987", "0113 4960987", "Ring [+44 113 496 0987]"),
        ("Ring (0113) 496 0987", "+44 113 496 0987", "Ring ([0113) 496 0987]"),
        ("Ring 01134960987", "4960987", "Ring 0113[4960987]"),
        ("at LS1 4AP", "ls14ap", "at [LS1 4AP]"),
        ("seen 7.11.23 again", "7 November 2023", "seen [7.11.23] again"),
        ("seen Nov 7, 2023 again", "07/11/2023", "seen [Nov 7, 2023] again"),
        ("seen 2023-11-07", "7th of november 2023", "seen [2023-11-07]"),
        ("seen 7th Nov. 2023", "11/2023", "seen [7th Nov. 2023]"),
        ("seen 07/11/2023", "7 nov", "seen [07/11/2023]"),
        ("seen 7-Nov-23 again", "7/11/2023", "seen [7-Nov-23] again"),
        ("seen 20231107 again", "7.11.23", "seen [20231107] again"),
        ("seen 07 11 2023 again", "7 nov 2023", "seen [07 11 2023] again"),
        ("am 7. November 2023", "7/11/23", "am [7. November 2023]"),
        ("am 7. Dezember 2023", "7/12/23", "am [7. Dezember 2023]"),
        ("le 7 février 2023", "7 feb 2023", "le [7 février 2023]"),
        ("ar 7 Tachwedd 2023", "2023-11-07", "ar [7 Tachwedd 2023]"),
        ("Frau Küster", "kuester", "Frau [Küster]"),
        ("Frau Kuester", "küster", "Frau [Kuester]"),
        ("Frau Küster", "kuester", "Frau [Küster]"),
        ("Herr Böhß", "boehss", "Herr [Böhß]"),
        ("Kåre Bjørnson", "kaare bjoernson", "[Kåre] [Bjørnson]"),
        ("Dŵr a thŷ", "dwr thy", "[Dŵr] a [thŷ]"),
        ("Dwr a thy", "dŵr thŷ", "[Dwr] a [thy]"),
        ("Mrs O Shea", "oshea", "Mrs [O Shea]"),
        ("Mrs OShea", "o'shea", "Mrs [OShea]"),
        ("Mrs O’Shea", "o shea", "Mrs [O]’[Shea]"),
        ("Mr Hale-Smythe", "halesmythe", "Mr [Hale-Smythe]"),
        ("Mr Hale Smythe", "hale-smythe", "Mr [Hale Smythe]"),
        ("Dr McIver", "mc iver", "Dr [McIver]"),
        ("Dr Mc Iver", "mciver", "Dr [Mc Iver]"),
        ("Leucocytes 6 ×10⁹/L", "x10", "Leucocytes 6 ×[10⁹]/L"),
        ("Platelets 6 10*9/L", "10⁹/l", "Platelets 6 [10*9/L]"),
        ("ward γ-globulin", "gamma-globulin", "ward [γ-globulin]"),
        ("gamma globulin", "γ-globulin", "[gamma globulin]"),
        ("Diarrhoea", "diarrhea", "[Diarrhoea]"),
        ("Hemoglobin", "haemoglobin", "[Hemoglobin]"),
        ("Leukaemia", "leukemia", "[Leukaemia]"),
        ("a tumor", "tumour", "a [tumor]"),
        ("CA 19", "ca19", "[CA 19]"),
        ("PIK3", "pik 3", "[PIK3]"),
        ("25 micrograms daily", "25 mcg", "[25 micrograms] daily"),
        ("25 mcg daily", "25µg", "[25 mcg] daily"),
        ("paid £2,345.60", "2345", "paid £[2,345].60"),
        ("Bell palsy", "bell's", "[Bell] palsy"),
        *(("5 ς of it", "sigma", "5 [ς] of it"), ("ϐ blocker", "beta", "[ϐ] blocker")),
        *(("told on 3 APRİL 2021", "3/4/2021", "told on [3 APRİL 2021]"),),
        *(("told on 3 aprıl 2021", "3 april 2021", "told on [3 aprıl 2021]"),),
    ],
)
def test_it_is_found_and_marked(
    journal: Journal, person: str, written: str, typed: str, marked: str
) -> None:
    add(journal, "diagnosis", person=person, name="Other", notes=written)
    add(journal, "diagnosis", person=person, name="Nothing", notes="7 4 10 2 9 12 11/23")
    assert _shown(journal, typed) == [f"Your notes: {marked}"]


@pytest.mark.parametrize(
    "typed",
    [
        *("7/11/2023", "07.11.23", "2023-11-07", "7 nov 2023", "Nov 2023", "2023-11", "7 November"),
        *("7nov2023", "20231107", "07112023", "7 11 2023", "2023 11 07", "2023 Nov 7", "nov 7"),
        *("Tuesday 7 November 2023", "tues 7 nov", "the 7th of November", "November 7th", "Nov-23"),
        *("Nov '23", "november 23", "7. November 2023", "7\\11\\2023", "2023-11-07T09:30"),
        *("7 novembre 2023", "7 Tachwedd 2023", "２０２３-１１-０７"),
    ],
)
def test_the_date_of_an_entry_is_found_as_it_is_typed(
    journal: Journal, person: str, typed: str
) -> None:
    add(journal, "diagnosis", person=person, name="Flu", date=PartialDate(2023, 11, 7))
    add(journal, "diagnosis", person=person, name="Gout", date=PartialDate(2022, 10, 7))
    assert [hit.title for hit in journal.find(typed)] == ["Flu"]
    assert _shown(journal, typed) == ["When you were told: [7 November 2023]"]


@pytest.mark.parametrize("typed", ["31/2/2024", "31 February 2024", "2024-13-45", "99/99"])
def test_what_is_no_date_is_words(journal: Journal, person: str, typed: str) -> None:
    add(journal, "diagnosis", person=person, name="Flu", notes=f"about {typed}")
    assert [hit.title for hit in journal.find(typed)] == ["Flu"]


def test_words_in_several_fields_are_all_shown(journal: Journal, person: str) -> None:
    add(journal, "diagnosis", person=person, name="Gout of the toe", notes="worse at night")
    assert _shown(journal, "gout night") == [
        "What it is called: [Gout] of the toe · Your notes: worse at [night]"
    ]


def test_of_a_long_text_the_words_around_are_shown(journal: Journal, person: str) -> None:
    add(
        journal,
        "diagnosis",
        person=person,
        name="Gout",
        notes="lorem " * 400 + "zebra " + "x " * 400,
    )
    [shown] = _shown(journal, "zebra")
    assert "lorem [zebra] x" in shown
    assert len(shown) < 250


def test_an_index_made_by_another_rule_is_made_anew_at_opening(path: Path) -> None:
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Ann Other")
        add(journal, "diagnosis", person=person, name="Straße")
    raw = connect(path)
    seals = raw.execute("SELECT id, seal FROM diagnosis").fetchall()
    raw.execute("UPDATE meta SET value = 'older' WHERE key = 'search'")
    raw.execute("INSERT INTO search (search) VALUES ('delete-all')")
    raw.execute("UPDATE search_doc SET words = 7, title = 'old'")
    raw.close()
    with Journal.open(path, KINDS) as journal:
        assert [hit.title for hit in journal.find("strasse")] == ["Straße"]
        assert check(journal) == []
        with journal.reading() as connection:
            kept = connection.exec_driver_sql("SELECT id, seal FROM diagnosis").fetchall()
    assert [tuple(row) for row in kept] == seals


@pytest.mark.parametrize("harm", ["title = replace(title, '<', '>')", "words = words + 1"])
def test_a_sign_that_turned_round_in_a_title_is_told(path: Path, harm: str) -> None:
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Ann Other")
        add(journal, "diagnosis", person=person, name="Urea <2", notes="Urea <2")
    raw = connect(path)
    raw.execute(f"UPDATE search_doc SET {harm}")
    raw.close()
    with Journal.open(path, KINDS) as journal:
        found = [finding.text for finding in check(journal)]
    assert found == ["The search index does not match the entries."]
