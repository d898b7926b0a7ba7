"""Tagged PDF (PDF/UA-1) over ReportLab: the paper on which every chapter is printed.

It knows no kinds and no journal. Nothing is imported here, so that starting the program
costs nothing; import the modules below where a PDF is made.

**Text is never markup.** Wherever ``Words`` is written a ``str`` is printed letter for letter:
``<b>``, ``&`` and ``<img src=…>`` appear as typed. Emphasis and links are ``Run`` objects::

    Words = str | Run | Sequence[str | Run]
    Run(text, bold=False, italic=False, muted=False, link="", hint="")
    bold(text), italic(text), muted(text), link(text, target, hint="")     # each gives a Run

``target`` is ``"#place"`` (a ``place=`` given to a heading or paragraph), or an ``https:``,
``http:``, ``mailto:`` or ``tel:`` address; anything else is printed without a link. A newline
in a text starts a new line, an empty line a new paragraph.

``text.py``      Run, Words, bold, italic, muted, link
``flow.py``      what a chapter returns, a list of these (each used in one document only)::

    Content = Words | Block | Sequence[Block]          # what a cell, item, box or value may hold
    Heading(level, words, *, place="", outline="")     # 1-3; a bookmark too (outline: its words)
    Para(words, style="body", *, place="")             # title lead body strong small label
    List(items, *, mark="bullet")                      # bullet number box none; items: Content
    Table(columns, rows, *, row_headers=False, note="")  # rows: iterable of sequences of Content
    Column(title, share=1.0, align="left")             # align: left right
    Facts(pairs, *, columns=1)                         # (label, Content) pairs, 1 or 2 columns
    Figure(drawing, alt), Picture(data, alt, *, height=0.0)      # picture bytes; points
    Box(content, *, title="", tint="calm")             # calm plain notice; content: Content
    SideBySide(columns)                                # 2-4 sequences of blocks
    WritingLines(count, label="")                      # ruled room to write by hand
    Together(*blocks)                                  # on one page when they fit
    Gap(size="m")                                      # s m l
    Rule(), NewPage(), Room(points)                    # a line; a page; a page unless room is left
    Contents(entries)                                  # (words, place) with their page numbers

``trend.py``     ``trend(points, *, unit, alt) -> Figure``, ``Point(day, value, comparator="",
low=None, high=None)``: one unit only; the band is the range printed on each report
``document.py``  ::

    About(title, person, born, made, notice, lang="en-GB", author="")   # all words, ready to print
    build(target, story, about, *, large_print=False, on_page=None) -> Built
    preview(story, about, *, large_print=False, on_page=None) -> tuple[bytes, Built]
    Built(pages, missing, places)      # missing: Missing; places: {place: page number}

``build`` raises ``UserError`` when the file cannot be written; the old file then stays as it
was. ``on_page(number)`` is called after each page and may raise to cancel.
``fonts.py``     ``Missing.count`` and ``Missing.characters`` tell which characters no font has;
they are printed by name in square brackets, never dropped
"""
