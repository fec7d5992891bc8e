"""`impact new story`: asks for what a story needs, each answer checked at once, and writes its file."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from generator import finding_words, importing, new_story, pictures
from generator.cli import options
from generator.cli.commands import main
from generator.cli.failures import Exit
from generator.cli.screen import Screen
from generator.cli.words import say
from generator.findings import Finding
from generator.load.photos import Photo
from generator.model_story import Use
from generator.new_story import Answers, Part
from generator.parse.names import is_slug

PARTS = ("before", "support", "result")


@main.group("new")
@click.help_option("-h", "--help", help="この説明を出す")
def new_() -> None:
    """書き始めるためのファイルを作ります。"""


@new_.command("story")
@options.common
@click.option("--title", help="題名")
@click.option("--society", help="支援した団体（名前の一部でもよい。空 = 全体）")
@click.option("--year", metavar="YEAR", help="いつの成果か（R7、令和7年度、2025）")
@click.option("--indicators", metavar="LIST", help="関係する指標（番号、⑦、記号、名前の一部。空白で区切る）")
@click.option("--photo", metavar="FILE", help="写真のファイル（空 = 後で入れる）")
@click.option("--alt", help="写真に何が写っているか")
@click.option("--summary", help="要約")
@click.option("--quote", help="本人の言葉")
@click.option("--quote-by", help="言葉の主")
@click.option("--consent/--no-consent", "obtained", default=None, help="本人の同意を得たか")
@click.option("--consent-date", metavar="DATE", help="同意を得た日 YYYY-MM-DD")
@click.option("--scope", metavar="LIST", help="同意の範囲（site sns print）")
@click.option("--until", metavar="DATE", help="同意の期限 YYYY-MM-DD（空 = なし）")
@click.option("--slug", help="アドレスとファイルの名前（半角）")
@click.option("--draft/--no-draft", default=True, help="下書きにする（既定）")
@click.option("--no-input", is_flag=True, help="何も尋ねない（書いていない答えは既定か空）")
def story_(
    folder: Path, draft: bool, no_input: bool, lang: str, debug: bool, **given: str | bool | None
) -> None:
    """事例のファイルを、質問に答えて作ります。

    答えはその場で確かめます。写真は content/stories/images/ に写し、本文の見出しを入れた下書きを作ります。

    \b
    例:
      impact new story
      impact new story --title 味噌蔵の再出発 --society ゆきあかり --year R7 --indicators "7 ⑬"
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        screen.stage("read")
        at = importing.ground(options.need_project(folder), options.today())
        screen.stage("")
        ground = new_story.Ground(at.loaded, at.project, options.today())
        asking = _Asking(screen, ground, folder, given, no_input)
        try:
            answers = asking.answers(draft)
        except click.Abort:
            screen.problem("new_story.stopped")
            sys.exit(Exit.REJECTED)
        _write(screen, folder, answers, asking.photo)


YES = ("y", "yes", "はい", "うん", "ok", "得た", "得ました")
NO = ("", "n", "no", "いいえ", "いや", "まだ", "まだです")


@dataclass(frozen=True, slots=True)
class _Photo:
    """The file that was named, and what lies there."""

    content: bytes
    seen: Photo


class _Asking:
    """One run of questions: an option answers first, then the person, then (--no-input) the default."""

    def __init__(
        self,
        screen: Screen,
        ground: new_story.Ground,
        folder: Path,
        given: dict[str, str | bool | None],
        silent: bool,
    ) -> None:
        self.screen, self.ground, self.folder, self.silent = screen, ground, folder, silent
        self.given = given
        self.photo: _Photo | None = None
        first = ground.project.indicators[0].id
        year = max((o.fiscal_year for o in ground.project.observations), default=ground.as_of.year)
        self.made = Answers(slug="story-to-be", title="題", society="", fiscal_year=year, indicators=(first,))

    def answers(self, draft: bool) -> Answers:
        """All questions in the order in which a person can answer them."""
        self.made = replace(self.made, draft=draft, sample=self.ground.project.site.sample)
        self._ask("title", self._text("title"), ("title",), needed=True)
        self._ask("society", self._society, ("society",))
        self._ask("year", self._year, ("fiscal_year",), default=str(self.made.fiscal_year))
        self._ask("indicators", self._indicators, ("indicators",), needed=True)
        self._ask("slug", self._slug, ("slug",), default=self._proposed())
        self._ask("photo", self._photo, ("image",))
        if self.made.image or self.given["alt"]:
            self._ask("alt", self._text("image_alt"), ("image_alt",), needed=True)
        for key in ("summary", "quote"):
            self._ask(key, self._text(key), (key,))
        if self.made.quote:
            self._ask("quote_by", self._text("quote_by"), ("quote_by",))
        self._consent()
        return self.made

    def _consent(self) -> None:
        obtained = self.given["obtained"]
        if obtained is None:
            obtained = not self.silent and self._agreed()
        self.made = replace(self.made, obtained=bool(obtained))
        if not obtained:
            return
        day, uses = self.ground.as_of.isoformat(), " ".join((Use.SITE.value, Use.SNS.value))
        needed = self.silent
        self._ask(
            "consent_date", self._text("consent_date"), ("consent.date",), "" if needed else day, needed
        )
        self._ask("scope", self._scope, ("consent.scope",), "" if needed else uses, needed)
        self._ask("until", self._text("until"), ("consent.until",))

    def _agreed(self) -> bool:
        """はい or いいえ, y or n; Enter alone is no, and nothing else is taken for a yes."""
        while True:
            typed = str(click.prompt(f"{self._say('consent')} [y/N]", default="", show_default=False))
            answer = unicodedata.normalize("NFKC", typed).strip().casefold()
            if answer in YES or answer in NO:
                return answer in YES
            self.screen.note(f"{self._say('yes_or_no')}\n")

    def _ask(
        self,
        name: str,
        take: Callable[[str], str],
        keys: Collection[str],
        default: str = "",
        needed: bool = False,
    ) -> None:
        """Until the answer stands. `take` keeps it and returns "" or the sentence that says why not."""
        for text in self._tries(name, default, needed):
            before = self.made
            trouble = take(text)
            findings = [] if trouble else self._findings(keys)
            bad = trouble or new_story.stops(findings) or self._withheld(findings, keys)
            if trouble:
                self.screen.note(f"{trouble}\n")
            if findings:
                self.screen.note("".join(self._told(finding) for finding in findings))
            if not bad:
                return
            self.made = before
            if self.silent or (self.given[name] is not None and not sys.stdin.isatty()):
                sys.exit(Exit.REJECTED)

    def _tries(self, name: str, default: str, needed: bool) -> Iterator[str]:
        option = self.given[name]
        if isinstance(option, str):
            yield option.strip()
        if self.silent:
            if needed and not default and option is None:
                self.screen.problem("new_story.needed", option=f"--{name.replace('_', '-')}")
                sys.exit(Exit.REJECTED)
            yield default
        while True:
            yield str(click.prompt(self._say(name), default=default, show_default=bool(default))).strip()

    def _findings(self, keys: Collection[str]) -> list[Finding]:
        if "image" in keys and not self.made.image:
            return []
        if "consent.until" in keys and not self.made.until:
            return []
        return new_story.faults(self.made, keys, self.ground, self.photo.seen if self.photo else None)

    def _told(self, finding: Finding) -> str:
        """The sentences of `impact check`, without a line of a file that is not there yet."""
        told = finding_words.tell(finding, self.screen.lang)
        return f"  {told.message}\n  → {told.fix}\n"

    @staticmethod
    def _withheld(findings: Collection[Finding], keys: Collection[str]) -> bool:
        """A consent that does not hold (future, over, not for the site) is a mistake while it is typed."""
        return any(key.startswith("consent") for key in keys) and bool(findings)

    def _say(self, name: str) -> str:
        return say(f"new_story.{name}", self.screen.lang)

    def _text(self, key: str) -> Callable[[str], str]:
        def take(text: str) -> str:
            self.made = replace(self.made, **{key: text})  # type: ignore[arg-type]
            return ""

        return take

    def _society(self, text: str) -> str:
        found = new_story.societies_like(text, self.ground.project) if text else ("",)
        own = self.ground.project.site.organization
        if text == own:
            found = ("",)
        if not found:
            return say("new_story.society_none", self.screen.lang, part=text)
        if len(found) > 1:
            return say("new_story.society_many", self.screen.lang, names="、".join(found))
        self.made = replace(self.made, society=found[0] or own)
        return ""

    def _year(self, text: str) -> str:
        year = importing.year_of(text, self.ground.project)
        if year is None:
            return say("new_story.year_unknown", self.screen.lang, year=text)
        self.made = replace(self.made, fiscal_year=year)
        return ""

    def _indicators(self, text: str) -> str:
        if not text:
            return self._say("indicator_needed")
        ids, unknown = new_story.indicators_like(text, self.ground.project)
        if unknown:
            near = new_story.indicators_near(unknown[0], self.ground.project)
            named = "、".join(f"{one.number} {one.name}" for one in near)
            return say("new_story.indicator_unknown", self.screen.lang, word=unknown[0], near=named)
        self.made = replace(self.made, indicators=ids)
        return ""

    def _proposed(self) -> str:
        return new_story.slug_for(self.made.fiscal_year, self.made.society, self.ground)

    def _slug(self, text: str) -> str:
        self.made = replace(self.made, slug=text)
        place = self.folder / self.made.file
        taken = is_slug(text) and place.exists()
        return say("new_story.exists", self.screen.lang, place=place) if taken else ""

    def _photo(self, text: str) -> str:
        if not text:
            self.photo, self.made = None, replace(self.made, image="")
            return ""
        path = Path(text.strip("\"'")).expanduser()
        if not path.is_file():
            return say("new_story.photo_missing", self.screen.lang, place=path)
        content = path.read_bytes()
        name = new_story.photo_name(self.made.slug, path.name)
        target = self.folder / new_story.IMAGES / name
        if target.exists() and target.read_bytes() != content:
            return say("new_story.photo_there", self.screen.lang, place=target)
        digest = hashlib.sha256(content).hexdigest()
        seen = Photo(f"{new_story.IMAGES}/{name}", digest, pictures.examine(content, path.name))
        self.photo = _Photo(content, seen)
        self.made = replace(self.made, image=f"images/{name}")
        return ""

    def _scope(self, text: str) -> str:
        self.made = replace(
            self.made, scope=tuple(dict.fromkeys(text.replace("、", " ").replace(",", " ").split()))
        )
        return ""


def _write(screen: Screen, folder: Path, answers: Answers, photo: _Photo | None) -> None:
    """The photo, then the story, each only where nothing lies."""
    place = folder / answers.file
    lang = screen.lang
    parts = [
        Part(say(f"new_story.heading_{name}", lang), say(f"new_story.hint_{name}", lang)) for name in PARTS
    ]
    text = new_story.written(answers, parts, {"draft": say("new_story.draft_remark", lang)})
    if photo is not None:
        image = folder / photo.seen.file
        image.parent.mkdir(parents=True, exist_ok=True)
        if not image.exists():
            image.write_bytes(photo.content)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        screen.problem("new_story.exists", place=place)
        sys.exit(Exit.REJECTED)
    screen.result("new_story.written" if answers.draft else "new_story.written_public", place=place)
