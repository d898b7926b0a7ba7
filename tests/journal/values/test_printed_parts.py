"""The name of a test is told apart from the unit and the range printed behind it."""

import pytest

from secondop_desktop.journal.values.printed_parts import named


@pytest.mark.parametrize(
    ("printed", "test", "unit", "between"),
    [
        ("Lactate (mmol/L)", "Lactate", "mmol/L", ""),
        ("Lactate [mg/dl]", "Lactate", "mg/dl", ""),
        ("Copper, µmol/L", "Copper", "µmol/L", ""),
        ("Renin mU/l", "Renin", "mU/l", ""),
        ("Eosinophils ×10⁹/L", "Eosinophils", "×10⁹/L", ""),
        ("GFR (ml/min/1,73m²)", "GFR", "ml/min/1,73m²", ""),
        ("Calprotectin (faeces) µg/g", "Calprotectin (faeces)", "µg/g", ""),
        ("FSH (IU/L) [1.5-12]", "FSH", "IU/L", "1.5-12"),
        ("FSH (1.5–12) IU/L", "FSH", "IU/L", "1.5–12"),
        ("Height (cm)", "Height", "cm", ""),
        ("Monocytes %", "Monocytes", "%", ""),
    ],
)
def test_a_unit_behind_a_name_is_parted(printed: str, test: str, unit: str, between: str) -> None:
    name, found = named(printed)
    assert (name, found.unit, found.range) == (test, unit, between)


@pytest.mark.parametrize(
    "printed",
    [
        "Protein (S)",
        "Vitamin B (6)",
        "Kappa/Lambda ratio",
        "ALT/AST",
        "Apolipoprotein (b)",
        "Iron, total",
        "Neck U/S",
        "Blood group A/B",
        "BP 118/70",
        "Lymphocytes (cells)",
    ],
)
def test_what_is_no_unit_stays_with_the_name(printed: str) -> None:
    assert named(printed) == (printed, named("")[1])


def test_the_unit_of_the_column_holds_against_another_in_the_name() -> None:
    assert named("Iron (µmol/L)", "umol/L")[0] == "Iron"
    assert named("Iron (µmol/L)", "µg/dL")[0] == "Iron (µmol/L)"
