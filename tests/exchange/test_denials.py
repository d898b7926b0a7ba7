"""What says that something is not there is told from names that only look alike."""

import pytest

from secondop_desktop.exchange.denials import says_not


@pytest.mark.parametrize(
    "text",
    [
        "No previous heart trouble",
        "Nil else",
        "nothing to report",
        "Denies fits",
        "Negative for coeliac disease",
        "Stroke: none",
        "Epilepsy (no)",
        "Angina - nil known",
        "Keine Vorerkrankungen",
        "Aucun antécédent",
        "Pas d’asthme",
        "Ninguna alergia",
        "Geen bijzonderheden",
        "Brak chorób",
        "Dim alergeddau",
        "Not allergic to shellfish",
        "Non-allergic to plasters",
        "Gallstones excluded",
        "Deep vein thrombosis - ruled out",
        "Cephalexin (refuted)",
        "Coeliac disease: disproven",
    ],
)
def test_a_denial_is_known_in_many_words(text: str) -> None:
    assert says_not(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nosebleeds",
        "Non-ulcer dyspepsia",
        "No. 7 thoracic vertebra, wedge fracture",
        "Nilotinib",
        "Nodule of the lung",
        "Absent spleen",
        "Seronegative arthritis",
        "Dimple of the back",
        "Triple negative breast cancer",
        "Epilepsy - not controlled",
        "Gout: nobody else in the family",
        "Non-allergic rhinitis",
    ],
)
def test_a_name_that_only_begins_alike_is_none(text: str) -> None:
    assert not says_not(text)
