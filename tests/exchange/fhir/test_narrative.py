"""The part for people, as plain text."""

from secondop_desktop.exchange.fhir.narrative import narrative

DIV = (
    '<div xmlns="http://www.w3.org/1999/xhtml"><h2>Plan &amp; aims</h2><style>p{}</style>'
    "<p>Walk <b>every</b> day</p><script>alert(1)</script>"
    "<table><tr><th>Drug</th><td>Aspirin</td></tr></table></div>"
)


def test_tags_go_and_words_stay() -> None:
    found = narrative({"text": {"status": "generated", "div": DIV}})
    assert found == "Plan & aims\nWalk every day\nDrug · Aspirin"


def test_sections_follow_each_other_with_their_titles() -> None:
    sections = [{"title": "One", "text": {"div": "<p>a</p>"}, "section": [{"title": "Two"}]}]
    assert narrative({"section": sections}) == "One\na\nTwo"


def test_nothing_gives_nothing() -> None:
    assert narrative({}) == ""
    assert narrative({"text": "plain", "section": "none"}) == ""
    assert narrative({"text": {"div": "<p>cut"}}) == "cut"
