"""The first opinion as it came by post: two pages from the hospital's heart centre."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.printing import Paper, Part


def first_letter(days: Days) -> Paper:
    """Return the letter of the first consultant to the GP, copied to Marjorie."""
    return Paper(
        title="Heart Centre clinic letter",
        sender="Heart Centre, Level 3\nWestermere General Hospital, WX1 1AA\n01632 960310",
        facts=(
            ("To", "Dr Imogen Threlkettle, Bramblecote Surgery"),
            ("Copy to", "Mrs Marjorie Wensleydown"),
            ("Clinic", days.day(-63).words(weekday=True)),
            ("Written", days.day(-59).words()),
        ),
        pages=(_PAGE_ONE, _PAGE_TWO),
    )


_PAGE_ONE = (
    Part("Diagnosis", "Severe aortic stenosis (severe narrowing of the aortic valve)."),
    Part(
        "What we found",
        "Dear Dr Threlkettle,\n\n"
        "Thank you for referring this lady, who has become more breathless on hills over the "
        "last months and once felt light-headed on the stairs. She has not fainted. She lives on "
        "her own and does her own shopping.\n\n"
        "The heart scan shows a peak speed through the valve of 4.1 metres a second, a mean "
        "gradient of 41 mmHg and a valve area of 0.9 square centimetres. The left ventricle pumps "
        "well. I am confident that this is severe aortic stenosis and that the valve explains "
        "her breathlessness. My view rests on the scan, the ECG, the blood tests and my "
        "examination.",
    ),
    Part(
        "Plan",
        "I have suggested an open-heart operation to replace the valve with a tissue valve, and "
        "that we aim to do this within three months. She would be in hospital for about a week.",
    ),
)
_PAGE_TWO = (
    Part(
        "Why I suggest this",
        "Once symptoms appear in severe stenosis the outlook without a new valve is poor, and a "
        "surgical valve has the longest record. She is fit enough for surgery now; I cannot "
        "promise that for later years. A valve through a "
        "catheter is an alternative; I mentioned it and think it suits people who are frailer.",
    ),
    Part(
        "Benefits and risks discussed",
        "Most people breathe more easily within a few months. Of 100 people like her about 95 are "
        "alive and feel better one year after the operation. About 2 in 100 die within 30 days, "
        "about 2 in 100 have a stroke, and about 30 in 100 have an uneven heartbeat for some "
        "days. Getting over it takes two to three months.",
    ),
    Part(
        "If she decides to wait",
        "Without a new valve the breathlessness is likely to grow over the coming months, and "
        "there is a risk of fainting and of sudden worsening. I would not wish to leave this "
        "beyond three months. She should tell us at once if she faints or has chest pain at rest.",
    ),
    Part(
        "Still to be settled",
        "A CT scan of the heart and an angiogram are booked. The heart team meets once these are "
        "here.\n\nYours sincerely,\n\nDr Rupert Ashdown-Lacey\nConsultant cardiologist",
    ),
)
