"""The editor's page and configuration: made from the shapes that check, asking nobody else."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import catalogue, links, load, metrics, parse, sentences
from generator.load.yamlfile import read_yaml
from generator.model import GitHost, GitHostKind
from generator.pages import editor, editor_fields
from generator.pages.site import Site
from generator.parse.settings import read_site
from generator.parse.story_shapes import ConsentShape, NumberShape, StoryShape
from tests.pages.sites_made import ROOT, SMALLEST

VENDOR = ROOT / "theme" / "vendor"
NAMES = (
    *("http://www.w3.org", "http://json-schema.org", "http://ns.adobe.com", "https://off.invalid"),
    *("https://svelte.dev", "https://lexical.dev", "https://sveltiacms.app", "https://localhost"),
)
"""Hosts in the bundle that are names, or links a person may click; none is asked by itself."""
GIT_HOSTS = (
    *("https://api.github.com", "https://github.com", "https://gitlab.com"),
    *("https://gitea.com", "https://codeberg.org"),
)
"""Hosts that the page's policy allows only where site.yml names one."""


@cache
def site(folder: Path = ROOT, git: GitHost | None = None) -> Site:
    project = parse.parse_project(load.load_project(folder), date(2026, 4, 1)).project
    assert project is not None
    project = replace(project, site=replace(project.site, git=git))
    words = catalogue.read("ja").speaking_of(project.site)
    voice = sentences.for_language("ja", project.site.fiscal_year_start)
    return Site(project, metrics.compute(project), "ja", words, voice)


def story_fields(folder: Path = ROOT) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in editor_fields.story(site(folder))}


def deep(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from deep(field.get("fields", []))


def test_every_key_of_a_story_has_a_field_and_no_field_is_without_a_key() -> None:
    """What the form writes is what the checker knows: the same keys, inside the lists and mappings too."""
    fields = story_fields()
    assert set(fields) == {*StoryShape.model_fields, "body"}
    assert {field["name"] for field in fields["consent"]["fields"]} == set(ConsentShape.model_fields)
    assert {field["name"] for field in fields["numbers"]["fields"]} == set(NumberShape.model_fields)


def test_a_key_without_a_field_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds a key to the shape is told that the form lacks it."""
    less = {name: widget for name, widget in editor_fields.FORM.items() if name != "place"}
    monkeypatch.setattr(editor_fields, "FORM", less)
    with pytest.raises(KeyError, match="place"):
        editor_fields.story(site())


def test_what_must_be_there_must_be_filled_in() -> None:
    """Required in the form is what is required in the shape, no more and no less."""
    required = {name for name, info in StoryShape.model_fields.items() if info.is_required()}
    assert {f["name"] for f in story_fields().values() if f.get("required")} == required


def test_every_field_speaks_japanese() -> None:
    """Label and hint of every field, and a message where a pattern does not fit."""
    japanese = re.compile("[ぁ-んァ-ヶ一-龠]")
    for field in deep(list(story_fields().values())):
        assert japanese.search(field["label"]), field["name"]
        if field["widget"] != "hidden":
            assert japanese.search(field["hint"]), field["name"]
        if "pattern" in field:
            assert japanese.search(field["pattern"][1]), field["name"]


def test_no_word_of_a_field_is_left_over() -> None:
    """Labels and hints are those of fields."""
    fields = [*deep(editor.config(site())["collections"][0]["fields"])]
    keys = {key.split(".", 2)[2] for key in catalogue.read("ja").words if key.startswith("editor.label.")}
    ours = {key for key in keys if not key.startswith("page.")}
    assert {key.rpartition(".")[2] for key in ours} == {field["name"] for field in fields}


def test_choices_come_from_the_project() -> None:
    """Societies by name, indicators by id with their number and plan, years as numbers with their words."""
    fields, project = story_fields(), site().project
    names = [option["value"] for option in fields["society"]["options"]]
    assert names == [*(s.name for s in project.societies), project.site.organization]
    ids = [option["value"] for option in fields["indicators"]["options"]]
    assert ids == [i for plan in project.plan.plans for m in plan.measures for i in m.indicators]
    assert fields["indicators"]["options"][6]["label"].startswith("⑦")
    years = {option["value"]: option["label"] for option in fields["fiscal_year"]["options"]}
    assert years[2025] == "令和7年度"


@pytest.mark.parametrize(
    ("slug", "fits"),
    [
        ("misogura-2025", True),
        ("味噌蔵", False),
        ("Miso", False),
        ("-a", False),
        ("plan", False),
        ("plans2", True),
    ],
)
def test_an_address_is_in_plain_letters(slug: str, fits: bool) -> None:
    """The form takes what the checker takes, and no name that the gallery uses itself."""
    pattern = story_fields()["slug"]["pattern"][0]
    assert bool(re.search(pattern, slug)) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("木造の味噌蔵の前に立つ店主", True),
        ("画像", False),
        ("写真 1", False),
        ("IMG_1234.JPG", False),
        ("", False),
    ],
)
def test_an_alternative_text_says_something(text: str, fits: bool) -> None:
    """The commonest texts that say nothing do not leave the form."""
    assert bool(re.search(story_fields()["image_alt"]["pattern"][0], text)) is fits


def test_consent_is_never_given_by_default() -> None:
    """The switch starts off, the uses start empty."""
    consent = {field["name"]: field for field in story_fields()["consent"]["fields"]}
    assert consent["obtained"]["default"] is False
    assert "default" not in consent["scope"]
    assert "default" not in consent["date"]


def test_a_sample_project_writes_sample_stories() -> None:
    """What is written into a site of samples is marked as one; elsewhere it is not."""
    assert story_fields()["sample"]["default"] is True
    assert story_fields(SMALLEST)["sample"]["default"] is False


def test_the_smallest_project_has_an_editor() -> None:
    """One indicator, one society, no story."""
    fields = story_fields(SMALLEST)
    assert len(fields["indicators"]["options"]) == 1


def test_without_a_git_host_nobody_else_is_allowed() -> None:
    """The policy names this site only, and no way to sign in is offered."""
    policy = editor.policy(None)
    assert "http" not in policy
    assert "'unsafe-eval'" not in policy
    assert editor.config(site())["backend"]["auth_methods"] == []


@pytest.mark.parametrize(
    ("git", "host"),
    [
        (GitHost(GitHostKind.GITHUB, "mihon/report"), "https://api.github.com"),
        (GitHost(GitHostKind.GITLAB, "a/b/c"), "https://gitlab.com"),
        (GitHost(GitHostKind.GITEA, "a/b", api="https://git.example.jp/api/v1"), "https://git.example.jp"),
    ],
)
def test_a_git_host_is_the_only_other_host(git: GitHost, host: str) -> None:
    """The one that site.yml names, for data and for nothing else."""
    policy = editor.policy(git)
    assert re.findall(r"https?://[^\s;]+", policy) == [host]
    assert f"connect-src 'self' blob: data: {host};" in policy
    backend = editor.config(site(ROOT, git))["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == (git.kind, git.repo, "main")


def test_the_page_loads_its_own_files_only() -> None:
    """Every address of the page lies in the site, and robots stay away."""
    page, config = (artefact.content.decode() for artefact in editor.files(site()))
    found = links.of_page(page).references
    assert {one.address.split("?")[0] for one in found} == {
        "../assets/favicon.svg",
        "../assets/vendor/sveltia/editor.js",
        "config.yml",
        "guide/",
    }
    assert 'content="noindex, nofollow"' in page
    assert "</body>" not in page
    assert json.loads(config)["collections"][0]["name"] == "stories"


def test_the_name_of_a_site_cannot_write_markup() -> None:
    """Title and texts are escaped."""
    named = site()
    odd = replace(named.project.site, site_name='<script src="//x">')
    page = next(iter(editor.files(replace(named, project=replace(named.project, site=odd))))).content.decode()
    assert page.count("<script") == 1


def test_git_in_site_yml_is_checked() -> None:
    """Host, repository and branch, each with its own words."""

    def faults(git: str) -> list[str]:
        text = f"{{organization: 会, site_name: 記録, site_url: https://example.org/, git: {git}}}"
        settings, found = read_site(read_yaml("site_config/site.yml", text.encode()))
        assert settings is None or not found
        return [finding.code for finding in found]

    assert faults("{host: github, repo: mihon/report}") == []
    assert faults("{host: gitlab, repo: a/b/c, branch: release/1, api: https://git.example.jp/api/v4}") == []
    assert faults("{host: svn, repo: a/b}") == ["not_one_of"]
    assert faults("{host: github, repo: https://github.com/a/b}") == ["bad_repository"]
    assert faults("{host: github, repo: report}") == ["bad_repository"]
    assert faults("{host: github, repo: a/b, branch: '-x'}") == ["bad_branch"]
    assert faults("{host: gitea, repo: a/b, api: javascript:x}") == ["bad_web_address"]
    assert faults("{host: github, repo: a/b, token: x}") == ["unknown_key"]


def test_the_bundle_names_no_host_that_it_would_ask() -> None:
    """No address of a CDN, font service or telemetry is left in any file of the editor."""
    for file in sorted((VENDOR / "sveltia").rglob("*.js")):
        text = file.read_text("utf-8")
        hosts = set(re.findall(r"https?://[\w.-]+", text))
        assert hosts <= {*NAMES, *GIT_HOSTS}, file.name
        assert not re.search(r"[\"'`(=]//(?:cdn|unpkg|fonts|www)\.", text), file.name


def test_the_vendored_files_are_the_ones_that_are_named() -> None:
    """Each file has the checksum of vendored.txt, and no file is there without a line."""
    lines = [line.split(" | ") for line in (VENDOR / "vendored.txt").read_text("utf-8").splitlines()[1:]]
    sums = {target: digest for _, _, target, digest in lines}
    found = {
        file.relative_to(VENDOR).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(VENDOR.rglob("*/*"))
        if file.is_file()
    }
    assert found == sums
