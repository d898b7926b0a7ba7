"""The second opinion as it came by email: two pages from the private clinic."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.printing import Paper, Part


def second_letter(days: Days) -> Paper:
    """Return the letter of the second consultant, written to Marjorie herself."""
    return Paper(
        title="Second opinion on your heart valve",
        sender="Quillhaven Heart Clinic\n8 Harbour Rise, Quillhaven, WX9 2LT\n01632 960440",
        facts=(
            ("To", "Mrs Marjorie Wensleydown"),
            ("Copy to", "Dr Imogen Threlkettle, Bramblecote Surgery"),
            ("Clinic", days.day(-21).words(weekday=True)),
            ("Written", days.day(-16).words()),
        ),
        pages=(_PAGE_ONE, _PAGE_TWO),
    )


_PAGE_ONE = (
    Part(
        "What I think it is",
        "Dear Mrs Wensleydown,\n\n"
        "You have aortic stenosis, a narrowing of the aortic valve. On this we all agree. By the "
        "numbers it lies at the edge between moderate and severe.",
    ),
    Part(
        "What my view is based on",
        "I read Dr Ashdown-Lacey's letter and the hospital's scan report, saw your blood tests of "
        "the last two years, examined you and repeated the scan. The peak speed I measured was "
        "3.9 metres a second and the valve area 1.0 square centimetre. The heart muscle is "
        "strong. NT-proBNP was 388 ng/L, printed range under 400. I am fairly sure, not "
        "certain: a CT scan that counts the calcium in the valve would settle it.",
    ),
    Part(
        "What I suggest",
        "I suggest that we watch the valve closely, with a scan every six months and a phone call "
        "in between. If your breathlessness grows or the numbers move, I would put in a new valve "
        "through a catheter from the groin (TAVI) rather than operate.",
    ),
)
_PAGE_TWO = (
    Part(
        "Why, and what else could be done",
        "Your walking has been steady for two months, and you told me you dread a long time in "
        "hospital. At your age a catheter valve has done as well as surgery over the first five "
        "years; we know less about the time after ten. Open-heart surgery remains a sound "
        "alternative, and I said so.",
    ),
    Part(
        "Benefits and risks we talked about",
        "Either kind of new valve makes breathing easier for most people. With a catheter valve "
        "about 2 in 100 die within 30 days, about 3 in 100 have a stroke, about 12 in 100 need a "
        "pacemaker and about 5 in 100 have trouble with the blood vessel in the groin. Most go "
        "home after two or three days.",
    ),
    Part(
        "If we wait",
        "Of 100 people with a valve like yours about 50 need a new one within two years. The "
        "narrowing does not go back, and symptoms are likely to grow in time. Waiting is safe for "
        "the next six months as far as I can tell. Ring us the same day if you faint, have chest "
        "pain at rest, or cannot lie flat.",
    ),
    Part(
        "What happens next",
        "Scan here or at Westermere in six months. I should like to see the CT pictures before "
        "then; they may change my view.\n\nYours sincerely,\n\nDr Anjali Varmaraj\n"
        "Consultant cardiologist",
    ),
)
