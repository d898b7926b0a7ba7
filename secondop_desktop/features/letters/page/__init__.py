"""The page of letters: the list, and one letter beside the paper it will be."""

from secondop_desktop.features.letters.page.letters_page import LettersPage

PAGES = {"letter": LettersPage}
