"""Stories: each on its page, all in the gallery, and back from whatever they are about."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, sync_playwright

from generator import catalogue, pages, theme
from generator.model import Project
from generator.model_impact import Claim
from generator.model_story import Story, StoryNumber, Use
from generator.pages.site import Site
from generator.pages.stories import PER_PAGE
from generator.pages.story_cards import MOST, related
from generator.pages.story_filters import facets, word_slug
from generator.render import served_at
from tests.pages.sites_made import Document, html
from tests.pages.test_story_safety import site as own_site
from tests.stories_made import ROOT, computed

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WORDS = catalogue.read("ja")
HOSTILE = "<img src=x onerror=alert(1)>\"'&題"
MANY = 100
"""Beyond one page the first view of the gallery is the same for any number."""

TEXTS = (
    *("summary", "industry", "place", "theme", "quote", "quote_by"),
    *("before", "support", "result", "sns_text", "impact"),
)
Tree = Mapping[str, str]
"""Address of a page (or path of another file) → its text."""


def story(**changes: object) -> Story:
    """A story of the repository with nothing but what every story has, then `changes`."""
    bare: dict[str, object] = dict.fromkeys(TEXTS, "")
    bare |= {"numbers": (), "claim": None, "pictures": (), "inline": (), "sample": False, "body": "本文。"}
    return replace(computed()[0].stories[0], **{**bare, **changes})  # type: ignore[arg-type]


def project_of(*stories: Story) -> Project:
    ordered = sorted(stories, key=lambda s: (-s.fiscal_year, s.slug))
    return replace(computed()[0], stories=tuple(ordered))


def tree(*stories: Story) -> Tree:
    """The pages of the repository's project with these stories alone."""
    made = pages.build(project_of(*stories), computed()[1], "ja", WORDS, theme.assets(theme.folders()))
    texts = {a.path: a.content.decode() for a in made if a.path.endswith((".md", ".json"))}
    return {served_at(p) if p.endswith(".md") else p: text for p, text in texts.items()}


def site(*stories: Story) -> Site:
    return replace(own_site(), project=project_of(*stories))


def links(text: str) -> set[str]:
    """Where a page leads to, below the root (every story page is two folders deep)."""
    return {a["href"].replace("../", "") for a in Document(text).all("a") if "href" in a}


def described(text: str) -> str:
    """The description of a page's front matter."""
    line = next(line for line in text.splitlines() if line.startswith("description: "))
    return str(json.loads(line.removeprefix("description: ")))


FULL = dict[str, object](
    summary="三行で言えること",
    industry="食品製造",
    place="本町",
    theme="承継",
    quote="うれしかった",
    quote_by="店主",
    before="前のこと",
    support="したこと",
    result="後のこと",
    numbers=(StoryNumber("来た人", "80人"),),
    impact="町に広がった",
    claim=Claim(1, "続いた", "店に", "一年", "計画を支えた", "客が減る"),
)


class TestStoryPage:
    def test_it_tells_all_that_is_known(self) -> None:
        """Every text of the front matter stands on the page, in the words of its level of evidence."""
        text = Document(tree(story(slug="a", **FULL))["stories/a/"]).text
        told = [str(v) for v in FULL.values() if isinstance(v, str)]
        claimed = ("続いた", "店に", "一年", "計画を支えた", "客が減る", WORDS.word("impact.wording_1"))
        assert [word for word in (*told, "来た人", "80人", *claimed) if word not in text] == []

    def test_what_is_not_known_leaves_no_empty_block(self) -> None:
        """Without quote, steps, numbers and claim none of their headings is there."""
        bare = tree(story(slug="a"))["stories/a/"]
        keys = ("steps", "numbers", "claim", "related", "fact.industry", "fact.place", "fact.theme")
        headings = [WORDS.word(f"stories.{key}") for key in keys]
        assert [word for word in headings if f">{word}<" in bare] == []
        assert "story-quote" not in bare

    def test_the_photo_comes_first_and_in_its_shape(self) -> None:
        """Alternative text, size, every width as WebP, one JPEG; fetched before anything else."""
        one = story(slug="a")
        text = tree(one)["stories/a/"]
        source, image = Document(text).all("source")[0], Document(text).all("img")[0]
        assert image["alt"] == one.picture.alt and image["fetchpriority"] == "high" and "loading" not in image
        assert (image["width"], image["height"]) == (str(one.picture.width), str(one.picture.height))
        assert source["srcset"].count("w,") + 1 == len(one.picture.widths)
        assert image["src"].endswith(f"-{one.picture.fallback_width}.jpg")

    def test_it_leads_to_what_it_is_about(self) -> None:
        """Indicators with value and grade, measures, the society, and the stories like it."""
        one = story(slug="a", industry="農業", indicators=("K03", "K08"))
        found = links(tree(one)["stories/a/"])
        own = [r for r in computed()[1].indicators if r.indicator.id in one.indicators]
        society = next(s for s in computed()[0].societies if s.name == one.society)
        assert {f"indicators/{r.indicator.slug}/" for r in own} <= found
        assert any(link.endswith(f"#measure-{own[0].measure_id}") for link in found)
        assert {f"societies/{society.slug}/", f"stories/industry/{word_slug('農業')}/"} <= found

    def test_hostile_words_stay_words(self) -> None:
        """Title, texts and alternative text are escaped on the page, in lists and in the front matter."""
        texts = dict.fromkeys(("title", "summary", "place", "theme", "industry", "quote", "before"), HOSTILE)
        picture = replace(story().picture, alt=HOSTILE, caption=HOSTILE, credit=HOSTILE)
        made = tree(story(slug="a", picture=picture, **texts), story(slug="b", title=HOSTILE))
        for address in ("", "stories/", "stories/a/", "stories/b/"):
            body = made[address].partition("\n---\n\n")[2]
            assert all("onerror" not in image for image in Document(body).all("img")), address
            assert "onerror=alert(1)&gt;" in body and "<img src=x" not in body, address

    def test_its_description_is_its_summary(self) -> None:
        """Else the beginning of its text; placeholders are published numbers in either."""
        shown = computed()[1].of("K03").current
        assert shown is not None
        told = tree(story(slug="a", summary="まとめ"), story(slug="b", body="はじめの文。\n\n次。"))
        assert described(told["stories/a/"]) == "まとめ"
        assert described(told["stories/b/"]) == "はじめの文。"
        number = tree(story(slug="c", fiscal_year=shown.fiscal_year, summary="今年は{=K03}です"))
        assert "{=" not in described(number["stories/c/"])

    @pytest.mark.parametrize(("scope", "there"), [((Use.SITE,), False), ((Use.SITE, Use.SNS), True)])
    def test_share_text_needs_consent(self, scope: tuple[Use, ...], there: bool) -> None:
        """Only a person who agreed to SNS has a text to be shared."""
        one = story(slug="a", sns_text="広めてください")
        one = replace(one, consent=replace(one.consent, scope=scope))
        assert ("広めてください" in tree(one)["stories/a/"]) is there

    def test_a_sample_says_so(self) -> None:
        """On its page and on every card."""
        mark = WORDS.word("sample.mark")
        made = tree(story(slug="a", sample=True))
        assert "sample: true" in made["stories/a/"] and mark in made["stories/a/"]
        assert f'<span class="sample-mark">{mark}</span>' in made["stories/"]


class TestRelated:
    def test_the_nearest_come_first(self) -> None:
        """Same indicator before same society before same industry; nothing else; never itself."""
        one = story(slug="a", indicators=("K01",), society="ゆきあかり町商工会", industry="農業")
        near = story(slug="n", indicators=("K01", "K02"), society="", fiscal_year=2020)
        same = story(slug="s", indicators=("K02",), society="ゆきあかり町商工会", fiscal_year=2021)
        trade = story(slug="t", indicators=("K02",), society="", industry="農業")
        other = story(slug="o", indicators=("K02",), society="", industry="漁業")
        found = related(site(one, near, same, trade, other), one)
        assert [s.slug for s in found] == ["n", "s", "t"]

    def test_a_few_are_enough(self) -> None:
        """At most three, the newest."""
        others = [story(slug=f"s{n}", fiscal_year=2018 + n) for n in range(6)]
        assert [s.slug for s in related(site(story(slug="a"), *others), others[0])][1:] == ["s5", "s4"]
        assert len(related(site(*others), others[0])) == MOST


class TestGallery:
    def test_without_a_story_there_is_nothing(self) -> None:
        """No page, no entry in the navigation, no list anywhere."""
        made = tree()
        assert [address for address in made if address.startswith("stories")] == []
        assert [address for address, text in made.items() if "story-list" in text] == []
        assert [i for i in pages.chrome(project_of(), WORDS, "ja")["nav"] if i["key"] == "stories"] == []  # type: ignore[index,union-attr]

    def test_with_one_there_is_an_entry(self) -> None:
        """The navigation leads to the gallery; the method is in the footer."""
        frame = pages.chrome(project_of(story()), WORDS, "ja")
        header, footer = ([i["href"] for i in frame[part]] for part in ("nav", "footer"))  # type: ignore[index,union-attr]
        assert "stories/" in header and "method/" not in header and "method/" in footer

    def test_each_filter_is_a_page(self) -> None:
        """A page for every value that a story has, with those stories alone; none for another."""
        one = story(slug="a", industry="農業", theme="起業", fiscal_year=2024)
        two = story(slug="b", industry="漁業", fiscal_year=2025)
        made = tree(one, two)
        folders = {address.split("/")[1] for address in made if address.startswith("stories/")}
        assert {"plan", "theme", "society", "industry", "year", "indicator"} <= folders
        for facet in facets(site(one, two)):
            for choice in facet.choices:
                shown = links(made[choice.address].partition("story-gallery")[2])
                own = {f"stories/{s.slug}/" for s in choice.stories}
                assert {link for link in shown if link in ("stories/a/", "stories/b/")} == own
        assert f"stories/industry/{word_slug('林業')}/" not in made

    def test_the_address_of_a_word_stays(self) -> None:
        """It is the word's own: other stories do not move it, nor does the width of its letters."""
        before = tree(story(slug="a", industry="IT業"))
        after = tree(story(slug="a", industry="ＩＴ業"), story(slug="b", industry="あ"))
        address = f"stories/industry/{word_slug('IT業')}/"
        assert address in before and address in after and address.isascii()

    def test_many_stories_are_parted(self) -> None:
        """Each story stands on one page of the gallery, in order; the pages lead to each other."""
        stories = [story(slug=f"s{n:03}") for n in range(PER_PAGE * 2 + 1)]
        made = tree(*stories)
        shown = []
        for address in ("stories/", "stories/page/2/", "stories/page/3/"):
            shown += [
                a["href"]
                for a in Document(made[address].partition("<template")[0]).all("a")
                if "/s0" in a["href"]
            ]
        assert [link.split("/")[-2] for link in shown] == [s.slug for s in stories]
        assert "stories/page/3/" in links(made["stories/page/2/"]) and "stories/page/4/" not in made

    def test_every_page_has_its_own_name(self) -> None:
        """Title and description differ between pages of one list, and between filters of one word."""
        stories = [story(slug=f"s{n:03}", theme="農業", industry="農業") for n in range(PER_PAGE + 1)]
        made = {path: text for path, text in tree(*stories).items() if path.startswith("stories/")}
        shown = [text for path, text in made.items() if not path.startswith("stories/s")]
        assert len({described(text) for text in shown}) == len(shown)
        assert len({text.splitlines()[1] for text in shown}) == len(shown)

    def test_the_script_reads_what_cards_show(self) -> None:
        """Every public story with its values of every filter that readers are offered."""
        made = tree(story(slug="a", industry="農業"), story(slug="b"))
        told = json.loads(made["stories/stories.json"])["stories"]
        assert [entry["address"] for entry in told] == ["stories/a/", "stories/b/"]
        assert told[0]["values"]["industry"] == [word_slug("農業")] and "industry" not in told[1]["values"]


class TestBothWays:
    def test_what_a_story_is_about_lists_it(self) -> None:
        """Indicator, plan, society and home; where there are more than three, the way to all."""
        stories = [story(slug=f"s{n}", indicators=("K03",)) for n in range(MOST + 1)]
        made = tree(*stories)
        result = computed()[1].of("K03")
        plan = next(p for p in computed()[0].plan.plans if p.id == result.plan_id).slug
        society = next(s for s in computed()[0].societies if s.name == stories[0].society).slug
        slug = result.indicator.slug
        for address, more in (
            (f"indicators/{slug}/", f"stories/indicator/{slug}/"),
            (f"plans/{plan}/", f"stories/plan/{plan}/"),
            (f"societies/{society}/", f"stories/society/{society}/"),
            ("", "stories/"),
        ):
            found = {link.removeprefix("./") for link in links(made[address])}
            assert {"stories/s0/", "stories/s2/", more} <= found and "stories/s3/" not in found, address

    def test_what_has_no_story_is_as_before(self) -> None:
        """No heading, no style sheet of stories."""
        made = tree(story(slug="a", indicators=("K03",)))
        other = made[f"indicators/{computed()[1].of('K01').indicator.slug}/"]
        assert "stories.css" not in other and "section-stories" not in other

    def test_an_account_names_only_public_stories(self) -> None:
        """A slug of an impact account that no public story has is not shown."""
        _, results = computed()
        assert results.impact is not None
        model = results.impact.logic_models[0]
        node = replace(model.nodes[0], links=replace(model.nodes[0].links, stories=("gone", "a")))
        model = replace(model, nodes=(node, *model.nodes[1:]))
        impact = replace(results.impact, logic_models=(model,))
        made = pages.build(
            project_of(story(slug="a", title="ある話")),
            replace(results, impact=impact),
            "ja",
            WORDS,
            theme.assets(theme.folders()),
        )
        text = next(a.content.decode() for a in made if a.path == "impact.md")
        assert "ある話" in text and "gone" not in text


# ---------------------------------------------------------------- in a browser


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def written(folder: Path, count: int) -> None:
    """`count` stories of the folder's own photos, in its societies, years, industries and themes."""
    project = computed()[0]
    for n in range(count):
        society = project.societies[n % len(project.societies)].name
        indicator = project.indicators[n % len(project.indicators)].id
        front = f"""---
title: {n}番目の話。少し長い題を付けても、行が増えるだけで崩れない
slug: made-{n:03}
society: {society}
fiscal_year: {2023 + n % 3}
indicators: [{indicator}]
industry: 業種{n % 7}
theme: 主題{n % 5}
summary: この話は{n}番目に作られた見本で、一覧の重さを量るために、ふつうの長さのまとめが付いています。
image: {["misogura", "mikan-direct", "music-street", "river-inn"][n % 4]}.jpg
image_alt: 店の前に立つ店主と職員の絵
consent: {{obtained: true, date: 2025-02-01, scope: [site], until: 2030-03-31}}
sample: true
---
本文。
"""
        (folder / "content" / "stories" / f"made-{n:03}.md").write_text(front, encoding="utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The repository's project with many more stories, served."""
    folder = tmp_path_factory.mktemp("many")
    for name in ("data", "content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    written(folder, MANY)
    made = html(folder, tmp_path_factory.mktemp("many-site"))
    handler = functools.partial(Quiet, directory=str(made))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


def weight(browser: Browser, url: str, dots: float) -> int:
    """Bytes that a phone loads for the first view, uncompressed."""
    page = browser.new_context(viewport={"width": 360, "height": 800}, device_scale_factor=dots).new_page()
    got: list[Response] = []
    page.on("response", lambda response: got.append(response))
    page.goto(url, wait_until="networkidle")
    total = sum(len(response.body()) for response in got)
    page.context.close()
    return total


def cards_shown(page: Page) -> list[str]:
    return list(page.locator(".story-gallery .story-card-title").all_inner_texts())


@needs_browser
class TestInBrowser:
    @pytest.mark.parametrize("dots", [2, 3])
    def test_the_gallery_is_light(self, browser: Browser, address: str, dots: float) -> None:
        """However many stories: the first view of the gallery weighs less than 150 KB on a phone."""
        assert weight(browser, f"{address}stories/", dots) < 150_000

    @pytest.mark.parametrize("dots", [2, 3])
    @pytest.mark.parametrize("slug", ["misogura", "first-bakery"])
    def test_a_story_is_light(self, browser: Browser, address: str, slug: str, dots: float) -> None:
        """A story with its photo weighs less than 250 KB on a phone."""
        assert weight(browser, f"{address}stories/{slug}/", dots) < 250_000

    def test_filters_combine_in_place(self, browser: Browser, address: str) -> None:
        """No load of a page; the list is fetched at first use; count said, address kept, all by keyboard."""
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}stories/")
        whole, loads = cards_shown(page), len([u for u in asked if u.endswith("/stories/")])
        assert len(whole) == PER_PAGE and not [u for u in asked if ".json" in u]
        page.locator("#choose-year").focus()
        page.keyboard.press("ArrowDown")
        page.locator(".story-pager").wait_for(state="hidden")
        page.locator(".story-further").focus()
        page.keyboard.press("Enter")
        assert PER_PAGE < len(cards_shown(page)) <= 2 * PER_PAGE
        assert page.evaluate("document.activeElement.closest('.story-card') !== null")
        page.select_option("#choose-plan", "support")
        page.wait_for_url("**plan=support**")
        assert "year=2025" in page.url and len([u for u in asked if ".json" in u]) == 1
        count = int(page.locator("[role=status]").inner_text().split("のうち")[1].split("件")[0])
        assert 0 < count < MANY and len(cards_shown(page)) == min(count, PER_PAGE)
        address_kept = page.url
        page.locator(".story-form button").last.click()
        assert cards_shown(page) == whole and "?" not in page.url
        assert len([u for u in asked if u.endswith("/stories/")]) == loads
        page.goto(address_kept)
        page.locator(".story-pager").wait_for(state="hidden")
        assert page.input_value("#choose-plan") == "support"
        assert said == []
        page.context.close()

    def test_nothing_found_is_said(self, browser: Browser, address: str) -> None:
        """An empty result has words; an unknown value in the address asks for nothing."""
        page = browser.new_context().new_page()
        page.goto(f"{address}stories/?year=2023&industry={word_slug('食料品製造業')}")
        page.locator(".story-pager").wait_for(state="hidden")
        assert WORDS.word("stories.none") in page.locator("[role=status]").inner_text()
        page.goto(f"{address}stories/?year=1000&x=y")
        assert len(cards_shown(page)) == PER_PAGE
        page.context.close()

    def test_without_a_script_every_filter_is_a_link(self, browser: Browser, address: str) -> None:
        """The choices are links to pages, and the page of one leads to its second."""
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{address}stories/")
        page.locator(".story-filters summary").click()
        page.locator('[data-facet="year"] a').first.click()
        assert page.url == f"{address}stories/year/2025/"
        page.locator(".pager-next").click()
        assert page.url == f"{address}stories/year/2025/page/2/"
        assert 0 < len(cards_shown(page)) <= PER_PAGE
        page.context.close()
