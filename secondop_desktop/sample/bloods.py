"""The numbers of two years of haemoglobin, at one lab and then at another.

Each pair is how many months ago the blood was taken (below 0: the past) and what was printed.
"""

OLD_LAB, OLD_RANGE = "Westermere Pathology", "115 - 165"
NEW_LAB, NEW_RANGE = "Tarrowby Laboratories", "120 to 150"
AT_THE_OLD_LAB = (
    (-24, "128"),
    (-21, "126"),
    (-19, "122"),
    (-17, "119"),
    (-15, "117"),
    (-14, "113"),
    (-12, "118"),
    (-10, "121"),
)
AT_THE_NEW_LAB = ((-7, "124"), (-4, "127"), (-1, "126"))


def away(months: int) -> int:
    """Return about how many days so many months are."""
    return round(months * 30.4)
