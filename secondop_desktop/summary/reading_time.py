"""How long a paper takes to read."""

WORDS_A_MINUTE = 238
"""What grown people read silently in a minute, of prose that is not made to be easy.

Source: M. Brysbaert, "How many words do we read per minute? A review and meta-analysis of reading
rate", Journal of Memory and Language 109 (2019): 238 words a minute.
"""


def minutes(words: int) -> int:
    """Return about how many minutes so many words take, at least 1."""
    return max(1, round(words / WORDS_A_MINUTE))
