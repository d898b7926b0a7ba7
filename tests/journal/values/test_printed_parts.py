"""The name of a test is told apart from the unit and the range printed behind it."""

import pytest

from secondop_desktop.journal.values.printed_parts import Printed, named, parted


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


@pytest.mark.parametrize(
    ("printed", "value", "unit", "flag"),
    [
        ("163 +", "163", "", "+"),
        ("6,2+", "6,2", "", "+"),
        ("1,9 -", "1,9", "", "-"),
        ("44,0 ++", "44,0", "", "++"),
        ("88--", "88", "", "--"),
        (">600 +", ">600", "", "+"),
        ("7,1 mU/l +", "7,1", "mU/l", "+"),
        ("163 + mg/dl", "163", "mg/dl", "+"),
    ],
)
def test_a_plus_or_minus_behind_a_value_is_a_mark(
    printed: str, value: str, unit: str, flag: str
) -> None:
    assert parted(Printed(printed), "Test") == Printed(value, unit, flag)


@pytest.mark.parametrize("printed", ["2+", "3 +", "1-", "+", "(+)", "+ 163", "- 1,9", "+-"])
def test_a_grade_of_a_test_strip_or_a_sign_before_a_number_stays_whole(printed: str) -> None:
    assert parted(Printed(printed), "Test") == Printed(printed)
