"""What the first doctor said, aspect by aspect: the page of his letter (0: in person), the words.

No words mean that it was not discussed.
"""

FIRST = (
    (
        "what",
        1,
        "Severe aortic stenosis: the valve where the blood leaves the heart is badly narrowed. "
        "He says this is why I am out of breath.",
    ),
    (
        "certainty",
        1,
        "Confident. Three measurements on the scan all say severe: the speed, the pressure and the "
        "size of the opening.",
    ),
    (
        "basis",
        1,
        "The hospital's heart scan, the ECG, the blood tests, and he listened to my heart.",
    ),
    (
        "plan",
        1,
        "An open-heart operation to replace the valve with a tissue valve. About a week in "
        "hospital. Before that a CT scan and an angiogram, which are booked.",
    ),
    (
        "why",
        2,
        "Once there are symptoms, things go badly without a new valve. A valve put in by surgery "
        "has the longest record. I am fit enough for it now, and he cannot promise that for later.",
    ),
    (
        "alternatives",
        2,
        "A new valve through a catheter. He thinks of it for people who are frailer.",
    ),
    (
        "benefits",
        2,
        "Breathing gets easier within a few months. Of 100 people like me about 95 are alive and "
        "feel better after a year.",
    ),
    (
        "risks",
        2,
        "About 2 in 100 die within 30 days and about 2 in 100 have a stroke. About 30 in 100 have "
        "an uneven heartbeat for some days.",
    ),
    (
        "waiting",
        2,
        "The breathlessness is likely to grow, and I could faint. It does not get better by "
        "itself.",
    ),
    (
        "urgency",
        2,
        "Within three months. Sooner if I faint or have chest pain when resting.",
    ),
    (
        "outlook",
        0,
        "With a new valve he expects me to walk up Pound Hill without stopping in half a year, and "
        "to have good years after that.",
    ),
    ("followup", 0, ""),
    (
        "open",
        2,
        "The CT scan and the angiogram are still to come. The heart team looks at everything "
        "after that.",
    ),
)
