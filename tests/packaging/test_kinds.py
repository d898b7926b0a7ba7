"""What the program tells of its kinds without loading them is what they are."""

import json

from secondop_desktop.catalogue import KINDS
from tests.packaging.loading import tool


def test_what_is_written_down_of_the_kinds_is_true() -> None:
    kinds = tool("kinds")
    assert kinds.FILE.read_text("utf-8") == kinds.written(), "run make kinds"


def test_each_kind_is_told_with_its_fields() -> None:
    told = {kind["name"]: kind for kind in json.loads(tool("kinds").written())}
    assert list(told) == list(KINDS)
    assert all(field["type"] for kind in told.values() for field in kind["fields"])
    result = {field["name"]: field for field in told["result"]["fields"]}
    assert list(result) == list(KINDS["result"].by_name)
    assert result["value"]["type"] == KINDS["result"].type_of("value").name
    assert {field["name"]: field.get("refers") for field in told["opinion"]["fields"]}[
        "provider"
    ] == "provider"
