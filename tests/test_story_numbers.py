"""Numbers in stories: a placeholder is the published string, a typed figure does not contradict it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

import pytest

from generator import finding_words, ledger, story_numbers
from generator.findings import Finding, Severity
from generator.model import IndicatorResult, Number, Project, Results, Status, YearResult
from generator.model_release import Acknowledgement, Release
from generator.model_story import Story, StoryNumber
from generator.story_numbers.figures import Bound, canonical, figures
from tests.stories_made import computed, one_story


@lru_cache(maxsize=1)
def ground() -> tuple[Project, Results, Story, IndicatorResult]:
    """Project, results, a story of a society, and a result counted in 件 with every number there is:
    of the society and of the whole, actual and target, in the story's year and the year before."""
    project, results = computed()
    story = one_story(project)
    for result in results.indicators:
        areas = [a.series for a in result.by_society if a.society.name == story.society]
        found = [[y for y in series if y.fiscal_year in (2024, 2025)] for series in (*areas, result.series)]
        asked = [v for years in found for y in years for v in (y.actual, y.target, y.achievement)]
        if len(asked) == 12 and all(isinstance(v, Number) for v in asked) and result.indicator.unit == "件":
            return project, results, replace(story, fiscal_year=2025), result
    raise AssertionError("no indicator of this project has all of it")


def year_of(result: IndicatorResult, fiscal_year: int, society: str = "") -> YearResult:
    series = next((a.series for a in result.by_society if a.society.name == society), result.series)
    return next(year for year in series if year.fiscal_year == fiscal_year)


def shown(value: object) -> str:
    assert isinstance(value, Number), value
    return value.shown


def told(text: str, **changes: object) -> tuple[Finding, ...]:
    """Findings about a story with that body."""
    project, results, story, result = ground()
    changed = replace(story, body=text, indicators=(result.indicator.id,), **QUIET | changes)  # type: ignore[arg-type]
    return story_numbers.findings(replace(project, stories=(changed,)), results)


QUIET: dict[str, object] = dict.fromkeys(("summary", "quote", "before", "support", "result", "sns_text"), "")
QUIET["numbers"] = ()


# ---------------------------------------------------------------- placeholders


def test_a_bare_placeholder_is_the_federation_in_the_storys_year() -> None:
    """Number and unit as parts, so that a page can mark up the number."""
    project, results, story, result = ground()
    name = result.indicator.id
    parts = story_numbers.parts(f"前{{={name}}}後", story, project, results)
    assert parts == ("前", year_of(result, story.fiscal_year).actual, result.indicator.unit, "後")


def test_words_come_in_any_order_and_any_form_of_the_year() -> None:
    """R6, 令和6年度, 2024 and ２０２４年度 are one year; a society by its name; 目標 or target."""
    project, results, story, result = ground()
    name, area = result.indicator.id, story.society
    wanted = shown(year_of(result, 2025, area).target) + result.indicator.unit
    for words in (
        f"{area} R7 目標",
        f"目標 {area} 令和7年度",
        f"2025 target {area}",
        f"\u3000２０２５年度\u3000{area}\u3000目標 ",
    ):
        assert story_numbers.plain_text(f"{{={name} {words}}}", story, project, results) == wanted


def test_a_rate_has_no_unit() -> None:
    """達成率 is shown in percent, which its string says already."""
    project, results, story, result = ground()
    text = story_numbers.plain_text(f"{{={result.indicator.id} 達成率}}", story, project, results)
    assert text == shown(year_of(result, story.fiscal_year).achievement) and text.endswith("%")


def test_braces_that_are_no_placeholder_stay() -> None:
    """{{ }}, {% %} and { } come out as typed."""
    project, results, story, _ = ground()
    text = "{{ 未展開 }} と {% これも %} と {x} 100%"
    assert story_numbers.plain_text(text, story, project, results) == text
    assert told(text) == ()


REFUSED = {
    "{=ZZ99}": "story_number_unknown_indicator",
    "{=}": "story_number_unknown_indicator",
    "{=ID みどりの丘}": "story_number_unknown_word",
    "{=ID 令和}": "story_number_unknown_word",
    "{=ID R7 2024}": "story_number_twice",
    "{=ID 目標 実績}": "story_number_twice",
    "{=ID 1990}": "story_number_no_value",
    "{=ID R7": "story_number_shape",
    "{＝ID}": "story_number_shape",
    "｛=ID｝": "story_number_shape",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_has_no_published_number_is_rejected(text: str) -> None:
    """With file, line and what was found; the text is never guessed."""
    name = ground()[3].indicator.id
    (found,) = told(f"一行目\n\n三行目 {text.replace('ID', name)}\n")
    story = ground()[2]
    assert (found.severity, found.code) == (Severity.REJECTED, REFUSED[text])
    assert (found.place.file, found.place.line) == (story.file, story.body_line + 2)
    assert found.value in text.replace("ID", name)


def test_a_value_that_is_not_there_names_the_years_that_are() -> None:
    """What is possible is in the finding."""
    _, _, _, result = ground()
    (found,) = told(f"{{={result.indicator.id} 1990}}")
    possible = dict(found.values)["possible"].split(", ")
    assert possible == [str(y.fiscal_year) for y in result.series if isinstance(y.actual, Number)]


def test_a_society_of_an_indicator_kept_at_the_whole_is_rejected() -> None:
    """public_by_society: false; nothing of a society is on the site."""
    project, results, story, result = ground()
    about = replace(result.indicator, public_by_society=False)
    closed = replace(
        results,
        indicators=tuple(replace(r, indicator=about) if r is result else r for r in results.indicators),
    )
    body = f"{{={about.id} {story.society}}}"
    changed = replace(story, body=body, **QUIET)  # type: ignore[arg-type]
    (found,) = story_numbers.findings(replace(project, stories=(changed,)), closed)
    assert (found.severity, found.code) == (Severity.REJECTED, "story_number_not_public")
    assert story_numbers.plain_text(body, story, project, closed) == body


def test_a_hidden_cell_is_rejected_and_its_value_told_nowhere() -> None:
    """Every suppressed cell of this repository's data, asked for in a story."""
    project, results, story, _ = ground()
    asked = 0
    for result in results.indicators:
        for area in result.by_society:
            for year in area.series:
                if year.status is Status.SUPPRESSED and asked < 20:
                    asked += 1
                    body = f"{{={result.indicator.id} {year.fiscal_year} {area.society.name}}}"
                    (found,) = [f for f in told(body) if f.severity is Severity.REJECTED]
                    assert found.code in ("story_number_hidden", "story_number_not_public")
                    assert story_numbers.plain_text(body, story, project, results) == body
    assert asked > 0


def test_title_and_quote_hold_words_only() -> None:
    """A title is an address and a card, a quote is a person's words: a placeholder there is rejected."""
    name = ground()[3].indicator.id
    for key in ("title", "quote", "place"):
        (found,) = told("本文", **{key: f"数字は{{={name}}}"})
        assert (found.code, found.place.key) == ("story_number_not_here", key)


def test_front_matter_is_told_by_its_line() -> None:
    """The line of the key, also of an item of numbers."""
    lines = (("numbers", 20), ("numbers.0.text", 22), ("summary", 9))
    number = StoryNumber("数", "{=ZZ99}")
    found = told("本文", summary="{=ZZ98}", numbers=(number,), lines=lines)
    assert {(f.place.key, f.place.line) for f in found} == {("summary", 9), ("numbers.0.text", 22)}


def test_code_and_comments_are_left_alone() -> None:
    """What is shown as code is no placeholder; a comment is not shown at all."""
    assert told("`{=ZZ99}`\n\n```\n{=ZZ98}\n```\n\n<!-- {=ZZ97} -->") == ()


# ---------------------------------------------------------------- typed figures


def sentence(pattern: str) -> str:
    """A pattern with names of the ground put in: {id} {name} {unit} {area} {own} {whole} {last} {target}."""
    _, _, story, result = ground()
    own, whole = (year_of(result, story.fiscal_year, area) for area in (story.society, ""))
    return pattern.format(
        id=result.indicator.id,
        name=result.indicator.name,
        unit=result.indicator.unit,
        area=story.society,
        own=shown(own.actual),
        target=shown(own.target),
        whole=shown(whole.actual),
        last=shown(year_of(result, story.fiscal_year - 1, story.society).actual),
        rate=shown(own.achievement),
        year=f"令和{story.fiscal_year - 2018}年度",
        wide=shown(own.actual).translate({ord(str(d)): 0xFF10 + d for d in range(10)}),
        wrong="987,654",
    )


HELD = (
    "{year}の{area}の{name}は{wrong}{unit}でした。",
    "{name}は{wrong}{unit}です。",
    "{id}は{wrong}{unit}。",
    "{area}では{wrong}{unit}でした。",
    "{area}では{whole}{unit}でした。",
    "{year}は９８７，６５４{unit}になりました。",
    "{year}は**{wrong}**{unit}でした。",
    "{year}は [{wrong}{unit}](indicators/x/) でした。",
    "{year}は約98万7千{unit}でした。",
    "{name}は{wrong}{unit}以上になりました。",
    "{name}の達成率は12.3%でした。",
    "| {name} | {wrong} {unit} |",
    "{year}、{area}の相談の数は{wrong}{unit}にのぼった。",
)


@pytest.mark.parametrize("pattern", HELD)
def test_a_figure_that_contradicts_is_held(pattern: str) -> None:
    """With its line, the figure as it was typed, what is published, and a digest to confirm it by."""
    found = told("最初の段落。\n\n" + sentence(pattern))
    assert [(f.severity, f.code) for f in found] == [(Severity.HELD, "story_figure_differs")]
    story, values = ground()[2], dict(found[0].values)
    assert (found[0].place.file, found[0].place.line) == (story.file, story.body_line + 2)
    assert found[0].value[-1] in (ground()[3].indicator.unit[-1], "%")
    assert sentence("{own}") in values["published"] or sentence("{whole}") in values["published"]
    assert values["confirm"].startswith(f"{story.file}#") and values["digest"]


NOT_HELD = (
    "{year}の{area}の{name}は{own}{unit}でした。",
    "{area}では{wide}{unit}でした。",
    "{year}は{whole}{unit}でした。",
    "{area}の{year}の目標は{target}{unit}でした。",
    "{area}では{own}{unit}以上の力になりました。",
    "{name}の達成率は{rate}でした。",
    "{area}では前年度の{last}{unit}を超えました。",
    "店では{wrong}{unit}を売りました。",
    "{year}、店は新しい品を{wrong}{unit}発売しました。",
    "{year}、{area}の支援で新商品を{wrong}{unit}つくりました。",
    "{year}は{wrong}{unit}目の相談でした。",
    "{year}は第{wrong}{unit}でした。",
    "{year}に従業員は3人になりました。",
    "{area}では1人ひとりに話を聞きました。",
    "{area}ではうち3{unit}が若い人です。",
    "{area}では3〜5{unit}ずつ進めます。",
    "令和7年4月1日、3時に店を開けました。",
    "{name}は{{={id}}}です。",
    "`{name}は{wrong}{unit}`",
    "{name}は987654でした。",
    "{name}のあと、売上は{wrong}円になりました。",
)


@pytest.mark.parametrize("pattern", NOT_HELD)
def test_a_figure_that_agrees_or_speaks_of_something_else_is_not_held(pattern: str) -> None:
    """Published values, and figures of the story itself."""
    assert told(sentence(pattern)) == ()


def test_an_about_is_rounded_to_the_digits_that_were_written() -> None:
    """約 agrees with what rounds to it, and with nothing further off."""
    (near,) = figures("約1,400件", ["件"])
    assert near.agrees(Fraction(1438)) and not near.agrees(Fraction(1560))
    (exact,) = figures("1,400件", ["件"])
    assert exact.agrees(Fraction(1400)) and not exact.agrees(Fraction(1438))
    (digits,) = figures("およそ1.25万人", ["人"])
    assert digits.agrees(Fraction(12468)) and not digits.agrees(Fraction(12700))


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("3万円", 30000, Bound.EXACT),
        ("5,000千円", 5_000_000, Bound.EXACT),
        ("1億2,000万円", 120_000_000, Bound.EXACT),
        ("20件以上", 20, Bound.AT_LEAST),
        ("20件を超える", 20, Bound.AT_LEAST),
        ("20件未満", 20, Bound.AT_MOST),
        ("20件前後", 20, Bound.ABOUT),
        ("12名", 12, Bound.EXACT),
        ("57.9パーセント", Fraction(579, 10), Bound.EXACT),
    ],
)
def test_a_figure_is_read_by_the_grammar(text: str, value: Fraction, bound: Bound) -> None:
    """Multiples, money in yen whatever it was counted in, and how exactly it is meant."""
    (found,) = figures(text, [canonical(unit) for unit in ("件", "人", "千円", "%")])
    assert (Fraction(found.value), found.bound) == (value, bound)


def test_each_match_has_a_digest_of_its_own() -> None:
    """The same figure twice is confirmed twice; the digest does not depend on the line."""
    text = sentence("{name}は{wrong}{unit}です。")
    first, second = (dict(f.values)["digest"] for f in told(f"{text}\n{text}"))
    (moved,) = (dict(f.values)["digest"] for f in told(f"\n\n\n{text}"))
    assert first != second and first == moved


def test_a_quote_is_compared_too() -> None:
    """A person's words stand on the page like any other."""
    (found,) = told("", quote=sentence("{name}は{wrong}{unit}だと聞きました"))
    assert (found.severity, found.place.key) == (Severity.HELD, "quote")


def test_every_finding_has_words() -> None:
    """In both languages, with what was found and what is possible in them."""
    name = ground()[3].indicator.id
    for text in (*(t.replace("ID", name) for t in REFUSED), sentence(HELD[0])):
        for found in told(text):
            for lang in ("ja", "en"):
                words = finding_words.tell(found, lang)
                assert "?" not in words.message + words.expected + words.fix
                assert found.value in words.message


def test_the_samples_of_this_repository_say_what_the_data_say() -> None:
    """No story is rejected or held for its numbers."""
    project, results = computed()
    assert story_numbers.findings(project, results) == ()
    assert project.stories


def test_a_confirmed_figure_is_not_held_again() -> None:
    """One acknowledgement a match; it does not cover another figure of the same story."""
    text = sentence("{name}は{wrong}{unit}です。")
    first, second = told(f"{text}\n{text.replace('987', '986')}")
    values = dict(first.values)
    given = Acknowledgement(
        first.code, values["confirm"], "", values["digest"], "店の数", "広報", date(2026, 4, 1)
    )
    released = Release(date(2026, 4, 1), "広報", 0, "", (), (given,))
    project = replace(ground()[0], releases=(released,))
    assert ledger.without_confirmed((first, second), project) == (second,)
