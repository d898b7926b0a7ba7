"""How easy a text is to read, as a school grade by the Flesch–Kincaid formula."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_END = re.compile(r"(?<=[.!?])[”\"')]*\s+")
_GROUP = re.compile(r"[aeiouyà-ÿ]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeioutd])ed$|(?<=[^aeiouscxzgh])es$")


@dataclass(frozen=True)
class Measured:
    """What a text was counted to hold."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The grade of school at which it is read; grade 6 is read at the age of 11 to 12.

        J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of new
        readability formulas for Navy enlisted personnel", 1975. Age is the grade and five years.
        """
        if not self.words:
            return 0.0
        length, weight = self.words / self.sentences, self.syllables / self.words
        return 0.39 * length + 11.8 * weight - 15.59


def measure(text: str) -> Measured:
    """Count a text; a list without full stops is one sentence."""
    return _count(list(sentences(text)))


def together(texts: Iterable[str]) -> Measured:
    """Count texts that are read apart from each other as one."""
    return _count([sentence for text in texts for sentence in sentences(text)])


def _count(found: list[str]) -> Measured:
    words = [word for sentence in found for word in words_in(sentence)]
    return Measured(len(words), len(found), sum(map(syllables, words)))


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text, none of them without a word."""
    for block in _blocks(text):
        yield from (part for part in _END.split(block) if words_in(part))


def words_in(text: str) -> list[str]:
    """Return the words and numbers of a text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels; a number counts as one."""
    spelled = _SILENT.sub("", word.lower()) if len(word) > 3 else word.lower()
    return max(1, len(_GROUP.findall(spelled)))


def _blocks(text: str) -> Iterator[str]:
    """Give the paragraphs; what follows a colon belongs to the sentence before it."""
    kept = ""
    for block in re.split(r"\n\s*\n", text):
        kept = f"{kept} {' '.join(block.split())}".strip()
        if not kept.endswith(":"):
            yield kept
            kept = ""
    if kept:
        yield kept
