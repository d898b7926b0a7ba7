"""The command that takes in files of other programs, after a plan of what would happen."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from pathlib import Path

from secondop_desktop import settings
from secondop_desktop.cli.command import Command, journal_argument, json_option
from secondop_desktop.cli.open_journal import reading, writing
from secondop_desktop.cli.output import plain, print_json
from secondop_desktop.cli.pdf_password import password_in, pdf_password_option
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing, table_memory
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.questions import Answers, Question
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _


def _arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help=_("the files, recognised by what is in them"),
    )
    parser.add_argument(
        "--plan", action="store_true", help=_("only show what would happen; nothing is written")
    )
    parser.add_argument(
        "--answer",
        metavar="KEY=CHOICE",
        action="append",
        default=[],
        type=_answer,
        help=_("answer a question that the files leave open; --plan says which there are"),
    )
    pdf_password_option(parser)
    parser.add_argument(
        "--zip-password-file",
        metavar="FILE",
        type=Path,
        help=_("its first line opens an archive that was written with a password"),
    )
    parser.add_argument(
        "--no-originals",
        action="store_true",
        help=_("do not keep the files themselves in the journal"),
    )
    json_option(parser)
    parser.add_argument(
        "--person",
        metavar="ID",
        default="",
        help=_("the id of the person; “new” adds the person the files are about"),
    )


def _answer(text: str) -> tuple[str, str]:
    key, equals, choice = text.partition("=")
    if not key or not equals or not choice:
        raise ArgumentTypeError(_("write it as KEY=CHOICE"))
    return key, choice


def _import(args: Namespace) -> int:
    with (reading if args.plan else writing)(args) as journal:
        plan = importing.read(
            args.files,
            journal,
            args.person or None,
            dict(args.answer),
            pdf_password=password_in(args.pdf_password_file),
            zip_password=password_in(args.zip_password_file),
            remembered=table_memory.remembered(settings.load().table_answers),
        )
        if not args.plan:
            _apply(journal, plan, keep_files=not args.no_originals)
            _remember(plan, dict(args.answer))
    _say(plan, as_json=args.json)
    return 0


def _apply(journal: Journal, plan: Plan, *, keep_files: bool) -> None:
    """Make a safe copy first, but only where something will change."""
    if plan.unanswered:
        raise UserError(_asked(plan.unanswered[0]))
    if plan.new or plan.changed:
        journal.backup()
        backup.thin(journal.path)
        importing.apply(journal, plan, keep_files=keep_files)


def _remember(plan: Plan, answers: Answers) -> None:
    """Keep what was answered about tables for the next ones with the same headings."""
    held = settings.load()
    told = table_memory.learned(held.table_answers, plan, answers)
    if told != held.table_answers:
        settings.save(replace(held, table_answers=told))


def _say(plan: Plan, *, as_json: bool) -> None:
    for notice in plan.notices:
        print(plain(f"secondop: {notice}"), file=sys.stderr)
    for question in plan.questions:
        print(plain(f"secondop: {_asked(question)}"), file=sys.stderr)
    if as_json:
        print_json(plan.summary())
        return
    counts = {"new": len(plan.new), "changed": len(plan.changed), "same": len(plan.same)}
    print(
        _("{new} new, {changed} changed, {same} the same, {skipped} skipped").format(
            **counts, skipped=len(plan.skipped)
        )
    )
    for one in plan.skipped:
        said = _("Kept as a record: {where}: {why}") if one.kept else _("Left out: {where}: {why}")
        print(plain(said.format(where=one.where, why=one.why)))


def _asked(question: Question) -> str:
    """Say a question, the answer that holds, and how to give another."""
    options = [f"--answer {question.key}={one.key} ({one.label})" for one in question.choices]
    held = _("Used for now: {answer}.").format(answer=question.answered)
    how = _("Answer with {options}.").format(options=_(" or ").join(options))
    return " ".join(part for part in (question.text, held if question.answer else "", how) if part)


COMMANDS = (Command("import", _arguments, _import),)
