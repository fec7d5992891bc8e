"""`impact release`: shows what changed since the last release, takes answers, writes the memory."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from generator import finding_words, lock, pipeline, releasing
from generator.cli import options
from generator.cli.commands import main
from generator.cli.failures import Exit
from generator.cli.screen import Screen
from generator.cli.words import say
from generator.ledger.comparison import Consequence, told
from generator.load.yamlfile import read_yaml
from generator.model_release import Answer, ChangeKind, TypedChange
from generator.parse.published import KINDS, kind_named, parse_answers
from generator.releasing import Draft, Question

MOST_LISTED = 20
_TYPES = {kind: word for word, kind in KINDS.items()}


@main.command("release")
@options.common
@click.option("--by", "by", required=True, metavar="NAME", help="公開する人の氏名（記録に残ります）")
@click.option(
    "--on",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="公開の日 YYYY-MM-DD（既定: SOURCE_DATE_EPOCH、なければ今日）",
)
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="CELL=訂正|改定",
    help="変わった数値の種類。CELL は FLOWER/2024/北の会 の形（* も使えます）",
)
@click.option(
    "--reason", "reasons", multiple=True, metavar="[CELL=]TEXT", help="理由。CELL= を省くとすべての答えの理由"
)
@click.option(
    "--answers",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="答えを書いた YAML（cell、type、reason、by、on の並び）",
)
@click.option(
    "--ask/--no-ask", "ask", default=None, help="足りない答えを画面で尋ねる（既定: 端末なら尋ねる）"
)
def release_(
    folder: Path,
    by: str,
    on: datetime | None,
    types: tuple[str, ...],
    reasons: tuple[str, ...],
    file: Path | None,
    ask: bool | None,
    lang: str,
    debug: bool,
) -> None:
    """前回の公開から変わった数値を示し、種類と理由を聞いて、公開の記録を書きます。

    data/published.csv、data/releases.yml と、この公開の数値の控え data/releases/日付.csv を書きます。
    3つとも保存（コミット）してください。

    \b
    例:
      impact release --by 山田花子
      impact release --by 山田花子 --type FLOWER/2024/北の会=訂正 --reason 転記の誤り
      impact release --by 山田花子 --answers answers.yml --no-ask
    """
    screen = Screen(lang, debug)
    if not by.strip():
        raise click.BadParameter(say("release.no_name", lang), param_hint="--by")
    options_given = _from_options(types, reasons, lang)
    with screen.faults_told():
        answers = [*options_given, *_from_file(file)]
        order = options.order(screen, folder, as_of=on)
        with lock.held(order.workshop / ".lock", order.pid):
            made = pipeline.draft_release(order)
            screen.stage("")
            _settle(screen, order, made, answers, by.strip(), sys.stdin.isatty() if ask is None else ask)


def _settle(
    screen: Screen, order: pipeline.Order, made: Draft, answers: list[Answer], by: str, ask: bool
) -> None:
    """Show, ask, write; exits 3 when something stays open."""
    day = order.as_of
    last = made.project.releases[-1].on if made.project.releases else day
    if day < last:
        screen.problem("release.too_early", on=day, last=last)
        sys.exit(Exit.REJECTED)
    if made.unchanged and not made.blocked:
        screen.result("release.unchanged", on=last)
        return
    _show(screen, made)
    if ask and not made.blocked:
        answers = [*answers, *_asked(screen, made, answers)]
    still = releasing.unanswered(made, answers)
    if still or made.blocked:
        _left_open(screen, still, made)
        sys.exit(Exit.HELD)
    new = releasing.release(made, answers, by, day)
    releasing.write(order.folder, made, new)
    for change in new.changes:
        screen.result("release.typed", cell=change.cell.name, change=_change_told(change),
                      type=_type_told(change.kind, screen.lang), reason=change.reason)  # fmt: skip
    kept = releasing.snapshot_file(made, new)
    screen.result("release.done", count=len(made.figures), by=by, on=day, snapshot=kept)


def _change_told(change: TypedChange) -> str:
    return told(change.old, change.new) if change.old else "×"


def _type_told(kind: ChangeKind, lang: str) -> str:
    return _TYPES[kind] if lang == "ja" else kind.value


def _show(screen: Screen, made: Draft) -> None:
    compared = made.compared
    counts = {"changes": len(compared.changes), "follows": len(compared.consequences)}
    screen.result("release.summary", **counts, added=len(compared.added))
    for change in compared.changes:
        screen.result("release.change", cell=change.cell.name, change=told(change.old, change.new))
    for one in compared.consequences[:MOST_LISTED]:
        screen.result("release.follows", cell=one.cell.name, change=_consequence_told(one))


def _consequence_told(one: Consequence) -> str:
    grade = f"{one.old_grade or '–'} → {one.new_grade or '–'}" if one.old_grade != one.new_grade else ""
    return " · ".join(part for part in (told(one.old, one.new), grade) if part)


def _left_open(screen: Screen, still: Iterable[Question], made: Draft) -> None:
    """Everything that keeps the release back, with the words to answer it."""
    asked = tuple(still)
    screen.findings((*(q.finding for q in asked if q.finding is not None), *made.blocked))
    for question in asked:
        key = "release.open_change" if question.change is not None else "release.open_value"
        screen.problem(key, cell=question.name)
    screen.problem("release.left", count=len(asked) + len(made.blocked))


def _asked(screen: Screen, made: Draft, answers: list[Answer]) -> list[Answer]:
    """The person's answers to what is still open, in the order in which it was shown."""
    given: list[Answer] = []
    for question in made.questions:
        if releasing.answer_to(question, [*answers, *given]) is None:
            given.append(_ask(screen, question))
    return given


def _ask(screen: Screen, question: Question) -> Answer:
    kind = None
    if question.finding is not None:
        screen.note(finding_words.as_text([question.finding], screen.lang))
    if question.change is not None:
        screen.result(
            "release.change", cell=question.name, change=told(question.change.old, question.change.new)
        )
        words = [_type_told(kind, screen.lang) for kind in ChangeKind]
        kind = kind_named(click.prompt(say("release.ask_type", screen.lang), type=click.Choice(words)))
    reason = ""
    while not reason.strip():
        reason = click.prompt(say("release.ask_reason", screen.lang))
    return Answer(question.name, kind, reason.strip())


def _from_options(types: Iterable[str], reasons: Iterable[str], lang: str) -> list[Answer]:
    """Answers of --type and --reason; a reason without a cell is everybody's."""
    pairs = [_typed_option(text, lang) for text in types]
    cells = {cell for cell, _ in pairs}
    own: dict[str, str] = {}
    common = ""
    for text in reasons:
        cell, mark, reason = text.partition("=")
        if mark and (cell in cells or "/" in cell):
            own[cell] = reason.strip()
        else:
            common = text.strip()
    typed = [Answer(cell, kind, own.get(cell, common)) for cell, kind in pairs]
    return typed + [Answer(cell, None, reason) for cell, reason in own.items() if cell not in cells]


def _typed_option(text: str, lang: str) -> tuple[str, ChangeKind]:
    cell, _, word = text.rpartition("=")
    try:
        return cell, kind_named(word.strip())
    except ValueError:
        raise click.BadParameter(say("release.bad_type", lang, value=text), param_hint="--type") from None


def _from_file(file: Path | None) -> tuple[Answer, ...]:
    if file is None:
        return ()
    answers, findings = parse_answers(read_yaml(file.name, file.read_bytes()))
    if findings:
        raise pipeline.Stopped(tuple(findings))
    return answers
