"""A new journal is made by the steps of the schema; tests get a copy of one made so."""

from pathlib import Path

from tests.empty_journals import copied, made_step_by_step


def test_a_copy_for_tests_is_what_the_steps_make(tmp_path: Path) -> None:
    first, second, again = (tmp_path / f"{name}.secondop" for name in ("made", "copied", "again"))
    made_step_by_step(first)
    copied(second)
    copied(again)
    assert first.read_bytes() == second.read_bytes() == again.read_bytes()
    assert first.stat().st_mode == second.stat().st_mode
