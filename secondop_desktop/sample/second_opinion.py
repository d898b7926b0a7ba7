"""What the second doctor said, aspect by aspect: the page of her letter (0: in person), the words.

No words mean that it was not discussed.
"""

SECOND = (
    (
        "what",
        1,
        "Aortic stenosis, a narrowed aortic valve. She agrees with Dr Ashdown-Lacey on the name.",
    ),
    (
        "certainty",
        1,
        "Fairly sure, not certain. By the numbers it lies at the edge between moderate and severe; "
        "a CT scan that counts the calcium would settle it.",
    ),
    (
        "basis",
        1,
        "The first letter, the hospital's scan report and two years of blood tests. She examined "
        "me and did the scan again herself.",
    ),
    (
        "plan",
        1,
        "Watch the valve with a scan every six months and a call in between. If it gets worse, a "
        "new valve through a catheter from the groin (TAVI).",
    ),
    (
        "why",
        2,
        "My walking has been steady for two months, and I dread a long time in hospital. At my age "
        "a catheter valve has done as well as surgery over the first five years. What comes after "
        "ten years nobody knows yet, she says.",
    ),
    (
        "alternatives",
        2,
        "Open-heart surgery. She calls it a sound alternative.",
    ),
    (
        "benefits",
        2,
        "Either kind of new valve makes breathing easier for most people. Home after two or three "
        "days with the catheter.",
    ),
    (
        "risks",
        2,
        "With the catheter about 2 in 100 die within 30 days and about 3 in 100 have a stroke. "
        "About 12 in 100 need a pacemaker, about 5 in 100 have trouble in the groin.",
    ),
    (
        "waiting",
        2,
        "The narrowing does not go back and symptoms grow in time. About 50 in 100 people with a "
        "valve like mine need a new one within two years.",
    ),
    (
        "urgency",
        2,
        "Not now. Safe for the next six months as far as she can tell, then look again. I am to "
        "ring the same day if I faint, have chest pain at rest or cannot lie flat.",
    ),
    (
        "outlook",
        0,
        "With a new valve at the right time she expects me to walk up my hill again, and to have "
        "good years after that. She said so without my asking.",
    ),
    (
        "followup",
        2,
        "A scan in six months, here or at Westermere. Her heart nurse rings every three months.",
    ),
    (
        "open",
        2,
        "She wants to see the CT pictures. They may change her view.",
    ),
)
