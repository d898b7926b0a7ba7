"""The papers that are not letters: a scan report, a blood report and a price in writing."""

from secondop_desktop.sample.bloods import AT_THE_NEW_LAB, NEW_RANGE, away
from secondop_desktop.sample.days import Days
from secondop_desktop.sample.printing import Paper, Part


def scan_report(days: Days) -> Paper:
    """Return the hospital's report on the heart scan."""
    return Paper(
        title="Echocardiogram report",
        sender="Heart Scan Department\nWestermere General Hospital, WX1 1AA",
        facts=(
            ("Asked for by", "Dr R Ashdown-Lacey"),
            ("Date of scan", days.day(-75).words()),
            ("Quality of pictures", "Good"),
        ),
        pages=(
            (
                Part("Measurements", table=_MEASURED),
                Part(
                    "Report",
                    "The aortic valve has three leaflets, thickened and with chalky deposits; they "
                    "open poorly. Severe aortic stenosis by peak speed, mean gradient and valve "
                    "area. A trace of leak. The other valves work well. The left ventricle is "
                    "slightly thick and pumps well (ejection fraction 60%).",
                ),
            ),
        ),
    )


_MEASURED = (
    ("Measurement", "Result", "Unit"),
    ("Peak speed through the aortic valve", "4.1", "m/s"),
    ("Mean gradient", "41", "mmHg"),
    ("Valve area", "0.9", "cm²"),
    ("Ejection fraction", "60", "%"),
)


def blood_report(days: Days) -> Paper:
    """Return the new lab's report with the last three blood counts on one page."""
    taken = [days.day(away(month)).words() for month, _value in AT_THE_NEW_LAB]
    counts = tuple(
        (day, "Haemoglobin", value, "g/L", NEW_RANGE)
        for day, (_month, value) in zip(taken, AT_THE_NEW_LAB, strict=True)
    )
    kidneys = (taken[-1], "Kidney function (eGFR)", "68", "mL/min/1.73 m²", ">60")
    titles = ("Taken", "Test", "Result", "Unit", "Range")
    return Paper(
        title="Blood test report",
        sender="Tarrowby Laboratories\n01632 960505",
        facts=(("Asked for by", "Bramblecote Surgery"), ("Printed", days.day(-29).words())),
        pages=((Part("Results", table=(titles, *counts, kidneys)),),),
    )


def fees(days: Days) -> Paper:
    """Return the private clinic's prices as sent before the booking."""
    return Paper(
        title="Our fees, as you asked",
        sender="Quillhaven Heart Clinic\n8 Harbour Rise, Quillhaven, WX9 2LT\n01632 960440",
        facts=(("To", "Mrs Marjorie Wensleydown"), ("Written", days.day(-45).words())),
        pages=(
            (
                Part("What it costs", table=_FEES),
                Part(
                    "With insurance",
                    "Ask your insurer for an authorisation number before the day. Without one we "
                    "have to send the bill to you.",
                ),
            ),
        ),
    )


_FEES = (
    ("What", "Price"),
    ("First visit, 40 minutes, with a letter", "£265"),
    ("Heart scan, if needed", "£430"),
    ("Blood tests, if needed", "£85"),
)
