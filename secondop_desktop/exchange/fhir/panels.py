"""Which results were printed together: panels of Observations, and the reports they stand in."""

from collections.abc import Iterable

from secondop_desktop.exchange.fhir.codes import objects, several, words
from secondop_desktop.exchange.fhir.references import References
from secondop_desktop.exchange.fhir.resources import Body, Resource


class Panels:
    """Knows for every Observation the name of its panel and its report."""

    def __init__(self, resources: Iterable[Resource], references: References) -> None:
        self._names: dict[Resource, str] = {}
        self._reports: dict[Resource, Resource] = {}
        self._called: dict[Resource, str] = {}
        for resource in resources:
            if resource.type == "DiagnosticReport":
                self._report(resource, references)
            elif resource.type == "Observation":
                self._panel(resource, references)

    def name(self, observation: Resource) -> str:
        """Return the name it was printed under, or empty."""
        if named := self._names.get(observation):
            return named
        report = self.report(observation)
        return self._named(report) if report else ""

    def _named(self, report: Resource) -> str:
        """Return what a report is called, which is asked for each of its results."""
        if report not in self._called:
            self._called[report] = words(report.body.get("code"))
        return self._called[report]

    def report(self, observation: Resource) -> Resource | None:
        """Return the report it stands in."""
        return self._reports.get(observation)

    def _report(self, report: Resource, references: References) -> None:
        for one in several(report.body.get("result")):
            found = references.find(one, report)
            if found is not None:
                self._reports.setdefault(found, report)

    def _panel(self, panel: Resource, references: References) -> None:
        for one in members(panel.body):
            found = references.find(one, panel)
            if found is not None and found is not panel:
                self._names.setdefault(found, words(panel.body.get("code")))


def members(observation: Body) -> list[object]:
    """Return the references of a panel to its parts, in R4 or STU3."""
    if "hasMember" not in observation and "related" not in observation:
        return []
    related = objects(observation.get("related"))
    older = [one.get("target") for one in related if one.get("type") == "has-member"]
    return [*several(observation.get("hasMember")), *older]


def stands_alone(report: Body) -> bool:
    """Tell whether a DiagnosticReport says more than which results belong together."""
    says = ("presentedForm", "conclusion", "conclusionCode", "codedDiagnosis", "text", "note")
    return any(map(report.get, says)) or not report.get("result")
