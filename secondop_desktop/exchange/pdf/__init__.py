"""Tagged PDF over ReportLab (PDF/UA-1 and PDF/A-3a): the paper every chapter is printed on.

It knows no kinds and no journal. Starting the program costs nothing: none of the modules below
imports ReportLab before the first document is made.

**Text is never markup.** Wherever ``Words`` is written a ``str`` is printed letter for letter:
``<b>``, ``&`` and ``<img src=…>`` appear as typed. Emphasis and links are ``Run`` objects::

    Words = str | Run | Sequence[str | Run]             # a sequence is ONE paragraph
    Content = Words | Block | Sequence[Words | Block]   # what a cell, item, box or value may hold
    bold(text), italic(text), muted(text), link(text, target, hint="")     # each gives a Run

``target`` is ``"#place"`` (a ``place=`` given to a heading or paragraph; when that is not
printed the words remain as plain text), or an ``https:``, ``http:``, ``mailto:`` or ``tel:``
address; anything else is printed without a link. In any text a newline starts a new line; in
``Content`` an empty line starts a new paragraph.

``text.py``      Run, Words, bold, italic, muted, link, runs, plain, paragraphs
``flow.py``      what a chapter returns, a list of these (each used in one document only)::

    Heading(level, words, *, place="", outline="")     # 1-3; a bookmark too (outline: its words)
    Para(words, style="body", *, place="", align="left")
                                                       # title lead body strong small label
    List(items, *, mark="bullet")                      # bullet number box none; items: Content
    Table(columns, rows, *, row_headers=False)         # rows: iterable of sequences of Content
    Column(title, share=0.0, align="left")             # part of the width or weight; 0: by content
    Facts(pairs, *, columns=1)                         # (label, Content) pairs, 1-3 columns
    Figure(drawing, alt)                               # a Drawing of reportlab.graphics
    Picture(data, alt, *, height=0.0)                  # picture bytes; height limit in points
    Box(content, *, title="", tint="calm")             # calm plain notice
    SideBySide(columns)                                # 2-4 columns, each Content
    WritingLines(count, label="")                      # ruled room to write by hand
    Together(*content)                                 # on one page when a page can hold it
    Gap(size="m")                                      # s m l
    Rule(), NewPage(), Room(points)                    # a line; a page; a page unless room is left
    Contents(entries)                                  # (words, place) with their page numbers

``trend.py``     ``trend(points, *, unit, alt) -> Block``, ``Point(day, value, comparator="",
low=None, high=None, said="")``: one unit only; low and high are the range printed on that report
``document.py``  ::

    About(title, person, born, made, notice, lang="en-GB", author="")   # all words, ready to print
    build(target, story, about, *, large_print=False, on_page=None) -> Built
    preview(story, about, *, large_print=False, on_page=None) -> tuple[bytes, Built]
    Built(pages, missing, places)      # missing: Missing; places: {place: page number}

``build`` raises ``UserError`` when the file cannot be written; the old file then stays as it
was. ``on_page(number)`` is called after each page and may raise to cancel.
``readable.py``  ``Missing.count`` and ``Missing.characters`` tell which characters no font has;
they are printed by name in square brackets, never dropped
``scripts.py``   the scripts whose letters are shaped: Arabic, Hebrew, those of India and others.
A typed line follows its first letter that has a direction; one from right to left stands right
``saving.py``    ``write_whole(target, data)``: any file, replaced only when whole
"""
