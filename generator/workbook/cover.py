"""The first sheet: what this is, for whom, until when, how to fill it in, what the states mean."""

from __future__ import annotations

from collections.abc import Callable

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from generator.model import SiteSettings, Status
from generator.sentences.ja_years import Manner, fiscal_year
from generator.workbook.form import Form
from generator.workbook.words import say, state, state_meaning

STEPS = 7


def write_cover(
    sheet: Worksheet,
    form: Form,
    lang: str,
    manner: Manner,
    until: str,
    listed: list[tuple[str, int]],
    looks: Callable[..., Format],
) -> None:
    """Two columns, what and its words; nothing here is read back."""
    site = form.project.site
    shown = fiscal_year(form.fiscal_year, site.fiscal_year_start) if lang == "ja" else f"{form.fiscal_year}"
    area = form.society.name if form.society else site.organization
    if form.whole:
        area = say("cover.everyone", lang, member=manner.member)
    asked = say("cover.asked_value", lang, n=sum(n for _, n in listed), sheets=len(listed))
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 92)
    rows: list[tuple[str, str]] = [
        (say("cover.for", lang), area),
        (say("cover.to", lang), _addressee(site)),
        (say("cover.until", lang), until or say("cover.until_open", lang)),
        (say("cover.asked", lang), asked),
    ]
    for n in range(1, STEPS + 1):
        rows.append((say("cover.steps", lang) if n == 1 else "", f"{n}. {say(f'cover.step.{n}', lang)}"))
    if form.sample_last:
        rows.append(("", say("cover.sample", lang)))
    for n, status in enumerate(Status):
        words = f"{state(status, lang)} … {state_meaning(status, lang)}"
        rows.append((say("cover.states", lang) if n == 0 else "", words))
    for n, (name, count) in enumerate(listed):
        rows.append(
            (say("cover.sheets", lang) if n == 0 else "", f"{name} … {say('cover.rows', lang, n=count)}")
        )
    sheet.write_string(0, 0, say("cover.title", lang, year=shown), looks("title"))
    sheet.write_string(1, 0, form.project.plan.title, looks("bold"))
    for r, (head, text) in enumerate(rows, start=3):
        sheet.write_string(r, 0, head, looks("bold", "top"))
        sheet.write_string(r, 1, text, looks("wrap", "top"))
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _addressee(site: SiteSettings) -> str:
    """Who gets the workbook: organisation and contact, its name once where the contact begins with it."""
    if site.contact.startswith(site.organization):
        return site.contact
    return " ".join(t for t in (site.organization, site.contact) if t)
