"""A C-CDA document made for the tests, section by section, as hospitals write them."""

from xml.sax.saxutils import quoteattr

ROOT = "2.16.840.1.113883.10.20.22."
SNOMED, LOINC, RXNORM = "2.16.840.1.113883.6.96", "2.16.840.1.113883.6.1", "2.16.840.1.113883.6.88"
HEAD = """<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
<templateId root="2.16.840.1.113883.10.20.22.1.2"/><id root="1.2.3.4" extension="doc-1"/>
<code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summary of episode note"/>
<title>Summary of care</title><effectiveTime value="20240310"/>
<recordTarget><patientRole><id root="2.16.840.1.113883.2.1.4.1" extension="9434765919"/>
<patient><name use="L"><given>Nora</given><family>Dell</family></name>
<administrativeGenderCode code="F"/><birthTime value="19480203"/></patient></patientRole>
</recordTarget><author><time value="20240310"/><assignedAuthor><id root="1.2.3.5" extension="7"/>
<assignedPerson><name><prefix>Dr</prefix><given>Ivor</given><family>Quill</family></name>
</assignedPerson></assignedAuthor></author><custodian><assignedCustodian>
<representedCustodianOrganization><id root="1.2.3.6"/><name>Fenwick Hospital</name>
</representedCustodianOrganization></assignedCustodian></custodian>"""


def document(*sections: str) -> str:
    """Return a whole document with these sections."""
    inside = "".join(f"<component>{one}</component>" for one in sections)
    body = f"<component><structuredBody>{inside}</structuredBody></component>"
    return f"{HEAD}{body if sections else ''}</ClinicalDocument>"


def section(code: str, title: str, *entries: str, text: str = "") -> str:
    """Return a section; ``text`` is its narrative, in CDA's own markup."""
    told = "".join(f"<entry>{one}</entry>" for one in entries)
    return (
        f'<section><code code="{code}" codeSystem="{LOINC}"/><title>{title}</title>'
        f"<text>{text}</text>{told}</section>"
    )


def template(name: str) -> str:
    """Return the mark of what C-CDA calls an entry, such as ``4.16``."""
    return f'<templateId root="{ROOT}{name}"/>'


def coded(tag: str, name: str, code: str = "", system: str = SNOMED, more: str = "") -> str:
    """Return a coded element; ``more`` stands inside it."""
    given = (
        f" code={quoteattr(code)} codeSystem={quoteattr(system)}" if code else ' nullFlavor="UNK"'
    )
    kind = ' xsi:type="CD"' if tag == "value" else ""
    shown = f" displayName={quoteattr(name)}" if name else ""
    return f"<{tag}{kind}{given}{shown}>{more}</{tag}>"


def span(low: str = "", high: str = "") -> str:
    """Return from when until when."""
    ends = (f'<{name} value="{one}"/>' for name, one in (("low", low), ("high", high)) if one)
    return f"<effectiveTime>{''.join(ends)}</effectiveTime>"


def inside(*statements: str) -> str:
    """Return entries that stand inside another one."""
    return "".join(f"<entryRelationship>{one}</entryRelationship>" for one in statements)


def observation(*parts: str, name: str = "", more: str = "") -> str:
    """Return an observation of a template; ``more`` are further attributes."""
    marked = template(name) if name else ""
    return (
        f'<observation classCode="OBS" moodCode="EVN"{more}>{marked}{"".join(parts)}</observation>'
    )


def concern(*statements: str, name: str = "4.3", status: str = "active") -> str:
    """Return the act that watches over a problem or an allergy."""
    return (
        f'<act classCode="ACT" moodCode="EVN">{template(name)}<code code="CONC"/>'
        f'<statusCode code="{status}"/>{inside(*statements)}</act>'
    )


def problem(value: str, *parts: str, more: str = "", status: str = "active") -> str:
    """Return a problem with its concern."""
    told = observation('<statusCode code="completed"/>', *parts, value, name="4.4", more=more)
    return concern(told, status=status)


def allergy(substance: str, *parts: str, more: str = "") -> str:
    """Return an allergy with its concern."""
    named = f"<playingEntity>{substance}</playingEntity>" if substance else ""
    joined = f"<participant><participantRole>{named}</participantRole></participant>"
    kind = coded("value", "Allergy to substance", "419199007")
    told = observation(*parts, kind, joined if substance else "", name="4.7", more=more)
    return concern(told, name="4.30")


def product(code: str, more: str = "") -> str:
    """Return what is given."""
    inner = f"<manufacturedMaterial>{code}{more}</manufacturedMaterial>"
    return f"<consumable><manufacturedProduct>{inner}</manufacturedProduct></consumable>"


def substance(name: str, *parts: str, more: str = "", mood: str = "EVN") -> str:
    """Return a medicine (4.16) or a vaccination (4.52)."""
    return (
        f'<substanceAdministration classCode="SBADM" moodCode="{mood}"{more}>{template(name)}'
        f"{''.join(parts)}</substanceAdministration>"
    )


def panel(name: str, *members: str, when: str = "") -> str:
    """Return results that were printed together."""
    told = "".join(f"<component>{one}</component>" for one in members)
    time = f'<effectiveTime value="{when}"/>' if when else ""
    return (
        f'<organizer classCode="BATTERY" moodCode="EVN">{template("4.1")}{coded("code", name)}'
        f'<statusCode code="completed"/>{time}{told}</organizer>'
    )


def result(
    name: str, value: str, *parts: str, when: str = "20240305", status: str = "completed"
) -> str:
    """Return one result; ``value`` is its element."""
    time = f'<effectiveTime value="{when}"/>' if when else ""
    return observation(
        coded("code", name, "1-1", LOINC),
        f'<statusCode code="{status}"/>',
        time,
        value,
        *parts,
        name="4.2",
    )


def amount(value: str, unit: str) -> str:
    """Return a measured value."""
    return f'<value xsi:type="PQ" value="{value}" unit="{unit}"/>'
