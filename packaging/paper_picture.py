"""Draw the first page of a PDF: ``paper_picture.py PDF PNG``."""

import sys

import pypdfium2

_SCALE = 1.4
"""Pixels to a point: an A4 page becomes some 830 wide."""


def main() -> None:
    """Write the picture."""
    document = pypdfium2.PdfDocument(sys.argv[1])
    document[0].render(scale=_SCALE).to_pil().save(sys.argv[2], optimize=True)
    document.close()


if __name__ == "__main__":
    main()
