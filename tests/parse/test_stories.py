"""Stories: who may be public on a day, what is left out, what rejects."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from story_project import BASE, TODAY, changed, of_stories, one, project, put, read, slugs, told, with_body

from generator.finding_words import as_text
from generator.findings import Severity

UNTIL = "  until: '2030-03-31'\n"
ENDS = "  until: '2030-03-31'\n---\n"

LEFT_OUT = {
    "no consent": ("  obtained: true\n", "", "consent.obtained"),
    "false": ("obtained: true", "obtained: false", "consent.obtained"),
    "yes": ("obtained: true", "obtained: yes", "consent.obtained"),
    "quoted true": ("obtained: true", 'obtained: "true"', "consent.obtained"),
    "True": ("obtained: true", "obtained: True", "consent.obtained"),
    "1": ("obtained: true", "obtained: 1", "consent.obtained"),
    "null": ("obtained: true", "obtained:", "consent.obtained"),
    "given tomorrow": ("date: '2025-02-01'", "date: '2025-06-02'", "consent.date"),
    "no date": ("  date: '2025-02-01'\n", "", "consent.date"),
    "empty date": ("date: '2025-02-01'", "date: ''", "consent.date"),
    "over yesterday": (UNTIL, "  until: 2025-05-31\n", "consent.until"),
    "withdrawn today": (UNTIL, "  withdrawn: 2025-06-01\n", "consent.withdrawn"),
    "withdrawn, quoted": (UNTIL, "  withdrawn: '2025-03-01'\n", "consent.withdrawn"),
    "withdrawn: true": (UNTIL, "  withdrawn: true\n", "consent.withdrawn"),
    "withdrawn on no day": (UNTIL, "  withdrawn: 2025-02-30\n", "consent.withdrawn"),
    "sns only": ("  - site\n", "", "consent.scope"),
    "no scope": ("  scope:\n  - site\n  - sns\n", "", "consent.scope"),
    "empty scope": ("  scope:\n  - site\n  - sns\n", "  scope: []\n", "consent.scope"),
    "draft": (ENDS, "  until: '2030-03-31'\ndraft: true\n---\n", "draft"),
    "tomorrow": (ENDS, "  until: '2030-03-31'\npublish_on: 2025-06-02\n---\n", "publish_on"),
    "tomorrow, quoted": (ENDS, "  until: '2030-03-31'\npublish_on: '2025-06-02'\n---\n", "publish_on"),
}
PUBLIC = {
    "as it is": ("until: '2030-03-31'", "until: '2030-03-31'"),
    "dates without quotes": ("'2025-02-01'", "2025-02-01"),
    "last day": ("'2030-03-31'", "'2025-06-01'"),
    "first day": ("'2025-02-01'", "'2025-06-01'"),
    "no end": (UNTIL, ""),
    "empty end": ("until: '2030-03-31'", "until: ''"),
    "withdrawn tomorrow": (UNTIL, "  withdrawn: 2025-06-02\n"),
    "published today": (ENDS, "publish_on: '2025-06-01'\n---\n"),
    "draft: false": (ENDS, "draft: false\n---\n"),
    "site only": ("  - sns\n", ""),
    "no society": ("society: みどり町商工会", "society: ''"),
    "the federation by name": ("society: みどり町商工会", "society: 花の会"),
    "society in NFD": ("society: みどり町商工会", "society: みと\u3099り町商工会"),
}
REJECTED = {
    "unknown key": ("title:", "titel:", ("unknown_key", "titel")),
    "unknown consent key": (UNTIL, "  expires: 2030-03-31\n", ("unknown_key", "consent.expires")),
    "no title": ("title: 味噌蔵の再出発\n", "", ("missing_key", "title")),
    "title of spaces": ("title: 味噌蔵の再出発", "title: '　 '", ("empty_text", "title")),
    "no image": ("image: photo.jpg\n", "", ("missing_key", "image")),
    "unquoted impossible day": ("date: '2025-02-01'", "date: 2025-02-30", ("not_date", "consent.date")),
    "quoted impossible day": ("date: '2025-02-01'", "date: '2025-02-30'", ("not_date", "consent.date")),
    "another form of day": ("date: '2025-02-01'", "date: 令和7年2月1日", ("not_date", "consent.date")),
    "impossible end": ("until: '2030-03-31'", "until: 2030-04-31", ("not_date", "consent.until")),
    "a scope nobody knows": ("  - sns\n", "  - tv\n", ("not_one_of", "consent.scope.1")),
    "scope is no list": ("scope:\n  - site\n  - sns\n", "scope: site\n", ("not_list", "consent.scope")),
    "impossible embargo": (ENDS, "publish_on: 2025-13-01\n---\n", ("not_date", "publish_on")),
    "draft: maybe": (ENDS, "draft: たぶん\n---\n", ("not_true_or_false", "draft")),
    "sexagesimal": ("fiscal_year: 2024", "fiscal_year: 20:24", ("not_whole_number", "fiscal_year")),
    "year in words": ("fiscal_year: 2024", "fiscal_year: R6", ("not_whole_number", "fiscal_year")),
    "year in quotes": ("fiscal_year: 2024", "fiscal_year: '2024'", ("not_whole_number", "fiscal_year")),
    "year of no plan": ("fiscal_year: 2024", "fiscal_year: 2042", ("story_year_unknown", "fiscal_year")),
    "capital slug": ("slug: misogura", "slug: Misogura", ("bad_slug", "slug")),
    "slug upwards": ("slug: misogura", "slug: ../index", ("bad_slug", "slug")),
    "slug with a dot": ("slug: misogura", "slug: a.html", ("bad_slug", "slug")),
    "Japanese slug": ("slug: misogura", "slug: 味噌蔵", ("bad_slug", "slug")),
    "slug of the gallery": ("slug: misogura", "slug: page", ("reserved_slug", "slug")),
    "slug of a filter": ("slug: misogura", "slug: industry", ("reserved_slug", "slug")),
    "slug of the feed": ("slug: misogura", "slug: feed", ("reserved_slug", "slug")),
    "slug of a device": ("slug: misogura", "slug: con", ("reserved_slug", "slug")),
    "society with a slip": ("みどり町商工会", "みどり商工会", ("story_society_unknown", "society")),
    "indicator nobody has": ("- SOGYO", "- SOGY0", ("story_indicator_unknown", "indicators.0")),
    "no indicators": ("indicators:\n- SOGYO\n", "indicators: []\n", ("wrong_length", "indicators")),
    "a photo that is not there": ("image: photo.jpg", "image: nai.jpg", ("picture_missing", "image")),
    "full-width colon in consent": ("  obtained: true", "  obtained：true", ("yaml_fullwidth_colon", 11)),
    "duplicate consent": (UNTIL, "  date: 2025-02-02\n", ("yaml_duplicate_key", "consent.date")),
    "alias": ("title: 味噌蔵の再出発", "title: &t 味噌蔵", ("yaml_alias", "title")),
}  # fmt: skip
ALTS = (
    *(
        "画像",
        "写真",
        "写真1",
        "写真１",
        "写真です",
        "写真その2",
        "メイン画像",
        "image",
        "Photo",
        "IMG_1234",
        "img 0001",
    ),
    *(
        "DSC00123.JPG",
        "photo",
        "photo.jpg",
        "misogura-main.webp",
        "味噌蔵の再出発",
        "味噌蔵の再出発。",
        "・・・",
        "！？",
        "12",
        "蔵",
    ),
    *(
        "スクリーンショット 2025-06-01",
        "サムネイル画像",
        "なし",
        "PXL_20240401_123456",
        "📷",
        "alt",
        "代替テキスト",
    ),
)


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_story_in_doubt_is_left_out_with_one_warning_at_its_key(name: str, tmp_path: Path) -> None:
    """The build goes on, without the story and without its file among the inputs."""
    old, new, key = LEFT_OUT[name]
    parsed = one(tmp_path, changed(old, new))
    assert slugs(parsed) == []
    assert parsed.project is not None
    assert not any("stories" in file for file in parsed.project.input_hashes)
    reasons = [f for f in of_stories(parsed) if f.code.startswith("story_")]
    assert [f.place.key for f in reasons] == [key]
    assert {f.severity for f in of_stories(parsed)} == {Severity.WARNING}
    assert reasons[0].place.line is not None


@pytest.mark.parametrize("name", PUBLIC)
def test_a_story_with_consent_is_public(name: str, tmp_path: Path) -> None:
    """First and last day belong to the consent; dates may stand in quotes, as forms write them."""
    parsed = one(tmp_path, changed(*PUBLIC[name]))
    assert (slugs(parsed), told(parsed)) == (["misogura"], [])
    assert parsed.project is not None
    inputs = [file for file in parsed.project.input_hashes if "stories" in file]
    assert inputs == ["content/stories/photo.jpg", "content/stories/story.md"]


@pytest.mark.parametrize("name", REJECTED)
def test_any_other_fault_rejects_at_its_place(name: str, tmp_path: Path) -> None:
    """A story that could be public and is wrong stops the build, said at its key."""
    old, new, expected = REJECTED[name]
    parsed = one(tmp_path, changed(old, new))
    assert parsed.project is None
    assert ("rejected", *expected) in told(parsed)


def test_likely_names_are_proposed(tmp_path: Path) -> None:
    """A slip in a society, an indicator or a key names the right one."""
    text = (
        changed("みどり町商工会", "みどり商工会")
        .replace("- SOGYO", "- SOGY0")
        .replace("image_alt:", "image_atl:")
    )
    assert "image_alt" in as_text(one(tmp_path, text).findings)
    text = changed("みどり町商工会", "みどり商工会").replace("- SOGYO", "- SOGY0")
    shown = as_text(one(tmp_path, text).findings)
    assert "みどり町商工会" in shown and "SOGYO" in shown


def test_without_a_day_no_story_is_public(tmp_path: Path) -> None:
    """Who asks without a day gets no story; faults are faults."""
    assert slugs(one(tmp_path / "a", BASE, as_of=None)) == []
    assert one(tmp_path / "b", changed("- SOGYO", "- NAI"), as_of=None).project is None


def test_other_faults_of_a_left_out_story_are_warnings(tmp_path: Path) -> None:
    """Nobody has to mend a story that is not public; also hidden characters do not stop the site."""
    text = (
        changed("obtained: true", "obtained: false")
        .replace("- SOGYO", "- NAI")
        .replace("photo.jpg", "nai.jpg")
    )
    text += "\n[x](nai.md) ![](nai.jpg) 090-1234-5678 \u200b\n"
    parsed = one(tmp_path, text)
    assert slugs(parsed) == []
    codes = {f.code for f in of_stories(parsed)}
    assert {"story_link_unknown", "personal_phone", "hidden_character", "picture_missing"} <= codes
    assert {f.severity for f in of_stories(parsed)} == {Severity.WARNING}


def test_front_matter_that_cannot_be_read_is_no_story_left_out(tmp_path: Path) -> None:
    """No map, no end, no front matter at all: rejected, because nobody knows what it wanted to say."""
    for number, text in enumerate(("---\n- a\n---\nx\n", "---\n---\nx\n", "## x\n", "---\ntitle: x\n", "")):
        assert one(tmp_path / str(number), text).project is None, text
    assert one(tmp_path / "cp932", BASE.encode("cp932")).project is None


def test_two_stories_do_not_share_a_slug(tmp_path: Path) -> None:
    """The second file is rejected and names the first."""
    folder = put(put(project(tmp_path), BASE, "a.md"), BASE, "b.md")
    parsed = read(folder)
    assert told(parsed) == [("rejected", "story_slug_repeated", "slug")]
    assert "content/stories/a.md" in as_text(parsed.findings)


def test_a_left_out_story_does_not_keep_its_slug(tmp_path: Path) -> None:
    """A draft of a new version may stand beside the public one."""
    draft = BASE.replace("---\n## ", "draft: true\n---\n## ")
    parsed = read(put(put(project(tmp_path), draft, "a.md"), BASE, "b.md"))
    assert slugs(parsed) == ["misogura"]


@pytest.mark.parametrize("alt", ALTS)
def test_words_that_say_nothing_are_no_alternative_text(alt: str, tmp_path: Path) -> None:
    """画像, a camera's file name, the title again, marks only."""
    parsed = one(
        tmp_path, changed("image_alt: 木造の味噌蔵の前に立つ店主と経営指導員", f"image_alt: '{alt}'")
    )
    assert told(parsed) == [("rejected", "picture_alt_empty_of_meaning", "image_alt")]


@pytest.mark.parametrize(
    "alt", ["店主", "味噌樽を洗う店主の写真", "A woman in front of a store", "イメージ図を描く学生"]
)
def test_words_that_say_something_are(alt: str, tmp_path: Path) -> None:
    """Short is fine, 写真 as a part of it too."""
    parsed = one(tmp_path, changed("木造の味噌蔵の前に立つ店主と経営指導員", alt))
    assert told(parsed) == []


def test_photos_of_the_body_belong_to_the_story(tmp_path: Path) -> None:
    """Found by the address as written, with words and caption; one photo shown twice is one."""
    text = with_body('![蔵の中の樽](photo.jpg "樽は百年もの")\n\n![蔵の中の樽](photo.jpg)\n')
    parsed = one(tmp_path, text)
    assert parsed.project is not None
    (story,) = parsed.project.stories
    assert story.inline == (("photo.jpg", 0),)
    assert [(p.alt, p.caption, p.file) for p in story.pictures] == [
        ("蔵の中の樽", "樽は百年もの", "content/stories/photo.jpg")
    ]


@pytest.mark.parametrize(
    ("image", "code"),
    [
        ("![](photo.jpg)", "picture_without_alt"),
        ("![ ](photo.jpg)", "picture_without_alt"),
        ("![写真](photo.jpg)", "picture_alt_empty_of_meaning"),
        ("![photo.jpg](photo.jpg)", "picture_alt_empty_of_meaning"),
        ("![蔵の中](nai.jpg)", "picture_missing"),
        ("![蔵の中][1]\n\n[1]: photo.jpg", "story_image_form"),
        ("![蔵の中](http://127.0.0.1:9/x.jpg)", "picture_remote"),
    ],
)
def test_a_photo_in_the_body_has_words_and_can_be_read(image: str, code: str, tmp_path: Path) -> None:
    """Rejected at its line."""
    assert ("rejected", code, 20) in told(one(tmp_path, with_body(f"蔵です。\n\n{image}\n")))


def test_a_photo_in_code_or_comment_is_none(tmp_path: Path) -> None:
    """What is not shown needs no words."""
    assert told(one(tmp_path / "a", with_body("```\n![](photo.jpg)\n```\n"))) == []
    codes = [code for _, code, _ in told(one(tmp_path / "b", with_body("<!-- ![](photo.jpg) -->\n")))]
    assert codes == ["story_html_removed"]


def test_the_story_as_it_was_read(tmp_path: Path) -> None:
    """What the other rooms get."""
    parsed = one(tmp_path, BASE)
    assert parsed.project is not None
    (story,) = parsed.project.stories
    assert (story.title, story.society, story.fiscal_year) == ("味噌蔵の再出発", "みどり町商工会", 2024)
    assert (story.consent.given_on, story.consent.until) == (date(2025, 2, 1), date(2030, 3, 31))
    assert (story.picture.width, story.picture.height, story.shareable) == (640, 400, True)
    assert (story.body_line, story.file) == (18, "content/stories/story.md")
    assert date(2030, 3, 31) > TODAY
