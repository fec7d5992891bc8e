"""Small repositories, each with one difficulty, through the whole import."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.importers.open_sdg import ImportRefused, import_open_sdg
from generator.load.yamlfile import read_markdown, read_yaml
from tests.importers.repositories import codes, imported, values, write_repository

HEAD = "Year,Sex,Value\n"


def definitions(out: Path) -> list[dict[str, object]]:
    """data/indicators.yml as our own strict reader sees it."""
    document = read_yaml("data/indicators.yml", (out / "data" / "indicators.yml").read_bytes())
    assert document.findings == () and isinstance(document.data, list)
    return [dict(item) for item in document.data if isinstance(item, dict)]


def test_rows_without_categories_are_the_headline(tmp_path: Path) -> None:
    """Blank disaggregations are the total; others go to a by_ column in the source's words."""
    out, report = imported(tmp_path, {"indicator_1-2-1.csv": HEAD + "2013,,19.0\n2013,Female,20.10\n"})
    rows = values(out, "SDG-1-2-1")
    assert [(r["fiscal_year"], r["actual"], r["by_Sex"]) for r in rows] == [
        ("2013", "19.0", ""),
        ("2013", "20.10", "Female"),
    ]
    assert codes(report) == {}
    assert definitions(out)[0]["dimensions"] == ["Sex"]


def test_first_series_with_a_total_is_the_headline(tmp_path: Path) -> None:
    """A series that only has categories cannot be the headline; the next one is."""
    table = "Year,Series,Sex,Value\n2013,A,F,1\n2013,B,,2\n2013,B,F,3\n2013,C,,4\n"
    out, _ = imported(tmp_path, {"indicator_1-2-1.csv": table})
    found = {(r["by_Series"], r["by_Sex"]): r["actual"] for r in values(out, "SDG-1-2-1")}
    assert found == {("", ""): "2", ("", "F"): "3", ("A", "F"): "1", ("C", ""): "4"}


def test_metadata_choose_the_headline_series(tmp_path: Path) -> None:
    """data_start_values is what the source's own site shows first."""
    meta = "---\ndata_start_values:\n  - field: series\n    value: B\n---\n"
    out, _ = imported(
        tmp_path, {"indicator_1-2-1.csv": "Year,Series,Value\n2013,A,1\n2013,B,2\n"}, {"meta/1-2-1.md": meta}
    )
    assert [r["actual"] for r in values(out, "SDG-1-2-1") if not r["by_Series"]] == ["2"]


def test_metadata_choose_a_category_when_there_is_no_total(tmp_path: Path) -> None:
    """The chosen category becomes the headline and is named in a notice."""
    meta = "---\ndata_start_values:\n  - field: Sex\n    value: Female\n---\n"
    out, report = imported(
        tmp_path, {"indicator_1-2-1.csv": HEAD + "2013,Male,1\n2013,Female,2\n"}, {"meta/1-2-1.md": meta}
    )
    assert [(r["actual"], r["by_Sex"]) for r in values(out, "SDG-1-2-1")] == [("2", ""), ("1", "Male")]
    assert "Sex: Female" in str(definitions(out)[0]["notices"])
    assert codes(report) == {}


def test_without_total_there_is_no_headline(tmp_path: Path) -> None:
    """No category is passed off as the whole; the report says so."""
    out, report = imported(tmp_path, {"indicator_1-2-1.csv": HEAD + "2013,Male,1\n2013,Female,2\n"})
    assert {r["by_Sex"] for r in values(out, "SDG-1-2-1")} == {"Male", "Female"}
    assert codes(report) == {"no_headline": 1}


def test_a_column_with_one_category_is_no_breakdown(tmp_path: Path) -> None:
    """'15 and over' in every row narrows the indicator and is told as a notice."""
    out, _ = imported(tmp_path, {"indicator_1-2-1.csv": "Year,Age,Value\n2013,15+,1\n2014,15+,2\n"})
    assert "by_Age" not in values(out, "SDG-1-2-1")[0]
    assert definitions(out)[0]["notices"] == ["Age: 15+."]


def test_each_unit_is_an_indicator_of_its_own(tmp_path: Path) -> None:
    """A figure in tonnes never appears under a unit of %."""
    table = "Year,Units,Value\n2013,Percentage (%),1\n2013,Tonnes,2\n"
    out, report = imported(tmp_path, {"indicator_1-2-1.csv": table})
    found = {d["id"]: (d["unit"], d["related"]) for d in definitions(out)}
    assert found == {
        "SDG-1-2-1": ("%", ["SDG-1-2-1-UNIT-2"]),
        "SDG-1-2-1-UNIT-2": ("Tonnes", ["SDG-1-2-1"]),
    }
    assert codes(report) == {"split_by_unit": 1}


def test_quarters_are_categories(tmp_path: Path) -> None:
    """Four quarters of a year are all kept, and none is the year's figure."""
    table = "Year,Value\n" + "".join(f"2013 Q{q},{q}\n" for q in range(1, 5))
    out, _ = imported(tmp_path, {"indicator_1-2-1.csv": table})
    rows = values(out, "SDG-1-2-1")
    assert [(r["fiscal_year"], r["period"], r["by_Period"], r["actual"]) for r in rows] == [
        ("2013", "", f"Q{q}", str(q)) for q in range(1, 5)
    ]


def test_two_periods_from_one_year_are_both_kept(tmp_path: Path) -> None:
    """1974 stays the year's figure, 1974a stands beside it."""
    out, _ = imported(tmp_path, {"indicator_1-2-1.csv": "Year,Value\n1974a,3.6\n1974,4.3\n"})
    assert [(r["by_Period"], r["actual"]) for r in values(out, "SDG-1-2-1")] == [
        ("", "4.3"),
        ("1974a", "3.6"),
    ]


def test_contradicting_rows_publish_nothing(tmp_path: Path) -> None:
    """Two values for one key: neither is published, both are in the note and in the report."""
    out, report = imported(tmp_path, {"indicator_1-2-1.csv": HEAD + "2013,,1\n2013,,2\n2014,,3\n2014,,3\n"})
    first, second = values(out, "SDG-1-2-1")
    assert (first["actual"], first["status"]) == ("", "not_reported") and "1, 2" in first["note"]
    assert (second["actual"], second["status"]) == ("3", "")
    assert "different values for 2013; none" in str(definitions(out)[0]["notices"])
    assert [(f.code, f.line, f.other) for f in report.findings if "row" in f.code] == [
        ("rows_contradict", 3, "2"),
        ("row_repeated", 5, "4"),
    ]


def test_rows_that_differ_only_in_place_code_are_kept_apart(tmp_path: Path) -> None:
    """GeoCode becomes a category where nothing else tells two rows apart."""
    table = "Year,Region,GeoCode,Value\n2013,,,9\n2013,Newport,W06,1\n2013,Newport,E07,2\n"
    out, report = imported(tmp_path, {"indicator_1-2-1.csv": table})
    assert {r["by_GeoCode"]: r["actual"] for r in values(out, "SDG-1-2-1")} == {
        "": "9",
        "W06": "1",
        "E07": "2",
    }
    assert codes(report) == {}


def test_what_is_not_understood_is_named(tmp_path: Path) -> None:
    """Bad years are left out by name; bad values stay as rows without a number."""
    table = HEAD + "in spring,,1\n2013,,<5\n2014,,7\n2015,F,1,extra\n"
    out, report = imported(tmp_path, {"indicator_1-2-1.csv": table})
    assert [(r["fiscal_year"], r["actual"], r["status"], r["note"]) for r in values(out, "SDG-1-2-1")] == [
        ("2013", "", "not_reported", "source prints: <5"),
        ("2014", "7", "", ""),
    ]
    assert codes(report) == {"row_too_long": 1, "value_not_understood": 1, "year_not_understood": 1}
    assert report.rows_read == 4 and report.rows_left_out == 2


def test_a_sentence_instead_of_data_becomes_a_notice(tmp_path: Path) -> None:
    """Placeholder rows are text, and the indicator has no values file."""
    out, report = imported(tmp_path, {"indicator_1-2-1.csv": "Year,Value\nThere is no data yet,\n"})
    assert definitions(out)[0]["notices"] == ["There is no data yet"]
    assert not (out / "data" / "values" / "SDG-1-2-1.csv").exists()
    assert codes(report) == {"row_is_text": 1}


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfYear,Value\n2013,1\n",
        "Year,Value\n2013,1\n".encode("utf-16"),
        b"\n\nYear,Value\r\n2013,1\r\n",
        b"Year;Value\n2013;1\n",
        b"TIME_PERIOD\tOBS_VALUE\n2013\t1\n",
        b"Value , year\n1,2013\n",
    ],
)
def test_forms_of_the_same_table(tmp_path: Path, content: bytes) -> None:
    """Byte order marks, UTF-16, blank first lines, semicolons, SDMX names, other column order."""
    source = write_repository(tmp_path / "source", {"indicator_1-2-1.csv": ""})
    (source / "data" / "indicator_1-2-1.csv").write_bytes(content)
    import_open_sdg(source, tmp_path / "project", lambda stage: None)
    row = values(tmp_path / "project", "SDG-1-2-1")[0]
    assert (row["fiscal_year"], row["actual"]) == ("2013", "1")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'Year,Value\n2013,"1\n2014,2\n', "file_unreadable"),
        (b"Year,Amount\n2013,1\n", "column_missing"),
        (b"", ""),
        (b"Year,Value\n", ""),
        (b"\xff\xfe\x00", "file_unreadable"),
    ],
)
def test_broken_tables_are_named(tmp_path: Path, content: bytes, code: str) -> None:
    """An unclosed quote swallows no rows in silence; the indicator stays, without values."""
    source = write_repository(tmp_path / "source", {"indicator_1-2-1.csv": ""})
    (source / "data" / "indicator_1-2-1.csv").write_bytes(content)
    report = import_open_sdg(source, tmp_path / "project", lambda stage: None)
    assert codes(report) == ({code: 1} if code else {})
    assert len(definitions(tmp_path / "project")) == 1


def test_hostile_names_are_harmless(tmp_path: Path) -> None:
    """File names, columns and categories cannot leave the folder, break a file or run."""
    names = [
        "con.csv",
        "a..%2f..%2fetc.csv",
        "indicator_<script>.csv",
        "indicator_1-2-1.csv",
        "Indicator_1-2-1.CSV",
    ]
    table = 'Year,"=cmd|\' /C calc\'!A0","a\u202eb",Value\n2013,"x"" onload=1","<img src=x>",1\n2014,,,2\n'
    out, _ = imported(tmp_path, dict.fromkeys(names, table))
    ids = [d["id"] for d in definitions(out)]
    assert len(set(ids)) == len(names) and "SDG-CON" not in [str(i) for i in ids]
    assert sorted(p.name for p in (out / "data" / "values").iterdir()) == sorted(f"{i}.csv" for i in ids)
    assert sorted(p.name for p in out.iterdir()) == [
        "content", "data", "import-record.json", "import-report.json", "site_config",
    ]  # fmt: skip
    assert "\u202e" not in (out / "data" / "values" / f"{ids[0]}.csv").read_text("utf-8")


def test_hostile_metadata_stay_text(tmp_path: Path) -> None:
    """Mark-up is stripped or escaped; YAML tricks are faults or text; nothing runs or explodes."""
    meta = (
        "---\nindicator_available: 'Poverty <script>alert(1)</script>\u200b: \"x\"'\n"
        "computation_definitions: |\n  <p onclick=x>One &amp; <a href='javascript:alert(1)'>two</a>\n"
        '  <a href="https://example.org/a">three</a></p> {{ config }} ${x}\n'
        "source_organisation_1: !!python/object/apply:os.system ['x']\n---\n"
        "[link](https://example.org) **bold**\n"
    )
    out, _ = imported(
        tmp_path,
        {"indicator_1-2-1.csv": "Year,Value\n2013,1\n"},
        {"meta/1-2-1.md": meta, "LICENSE": "<b>x</b> [y](javascript:z)"},
    )
    found = definitions(out)[0]
    assert found["name"] == '1.2.1 Poverty : "x"'
    assert found["definition"] == (
        "One & two three (https://example.org/a) {{ config }} ${x} link (https://example.org) bold"
    )
    about = read_markdown("content/about.md", (out / "content" / "about.md").read_bytes())
    assert about.findings == () and "<b>" not in about.body and "](javascript" not in about.body


def test_alias_bombs_do_not_grow(tmp_path: Path) -> None:
    """Metadata that multiply themselves are read as what they are: not text."""
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(12)
    )
    out, _ = imported(
        tmp_path,
        {"indicator_1-2-1.csv": "Year,Value\n2013,1\n"},
        {"meta/1-2-1.md": bomb + "indicator_name: *a\n---\n"},
    )
    assert definitions(out)[0]["name"] == "Indicator 1.2.1"


def test_translation_keys_are_looked_up(tmp_path: Path) -> None:
    """Keys become words where the repository has them, and are never shown where it has not."""
    out, _ = imported(
        tmp_path,
        {"indicator_1-2-1.csv": "Year,SEX,Value\n2013,,1\n2013,data.F,2\n2013,M,3\n"},
        {
            "meta/1-2-1.md": "---\nindicator_name: global_indicators.1-2-1-title\n"
            "graph_title: titles.unknown\n---\n",
            "translations/en/global_indicators.yml": "1-2-1-title: People below the line\n",
            "translations/en/global_targets.yml": "1-2-title: Halve poverty\n",
            "translations/en/data.yml": "SEX: Sex\nF: Female\nM: Male\n",
        },
    )
    assert definitions(out)[0]["name"] == "1.2.1 People below the line"
    assert [r["by_Sex"] for r in values(out, "SDG-1-2-1")] == ["", "Female", "Male"]
    assert '"Halve poverty"' in (out / "data" / "plan.yml").read_text("utf-8")


def test_targets_direction_and_baseline(tmp_path: Path) -> None:
    """Progress options and target lines of the metadata become direction, target, baseline."""
    config = (
        "progress_calculation_options:\n  - direction: negative\n    base_year: 2016\n    target: 2.50\n"
        "    target_year: 2030\ngraph_target_lines:\n  - value: 5\n    label_content: 2025 target\n"
        "precision:\n  - decimals: 3\n"
    )
    out, report = imported(
        tmp_path,
        {"indicator_1-2-1.csv": "Year,Value\n2016,7\n2017,6.5\n"},
        {"meta/1-2-1.yml": "indicator_name: X\n", "indicator-config/1-2-1.yml": config},
    )
    found = definitions(out)[0]
    assert (found["direction"], found["baseline"], found["decimals"]) == (
        "decrease",
        {"fiscal_year": 2016},
        3,
    )
    assert (out / "data" / "targets.csv").read_text("utf-8") == (
        "indicator_id,fiscal_year,target,decided_on,reason\n"
        "SDG-1-2-1,2025,5,2015-09-25,2025 target\n"
        "SDG-1-2-1,2030,2.50,2015-09-25,set in the source's metadata\n"
    )
    assert codes(report) == {}


def test_no_direction_in_the_source_is_none(tmp_path: Path) -> None:
    """The importer never invents which way is good."""
    out, _ = imported(tmp_path, {"indicator_1-2-1.csv": "Year,Value\n2013,1\n"})
    assert definitions(out)[0]["direction"] == "none"


def test_breaks_come_from_states_and_chart_marks(tmp_path: Path) -> None:
    """A break in a headline row, and a mark between two years, begin a new series."""
    table = "Year,Observation status,Value\n2005,,1\n2006,Time series break,2\n2008,,3\n2009,,4\n"
    meta = "---\ngraph_series_breaks:\n  - value: 2.5\n    label_content: New survey\n---\n"
    out, _ = imported(tmp_path, {"indicator_1-2-1.csv": table}, {"meta/1-2-1.md": meta})
    assert definitions(out)[0]["breaks"] == [
        {"fiscal_year": 2006, "note": "Time series break"},
        {"fiscal_year": 2008, "note": "New survey"},
    ]


def test_order_is_that_of_the_goals(tmp_path: Path) -> None:
    """1.2 < 1.10 < 1.a < 2.1 < archived; numbers run on; archived ones are a part of their own."""
    keys = ["indicator_2-1-1", "indicator_1-a-1", "archived-1-1-1", "indicator_1-10-1", "indicator_1-2-1"]
    out, _ = imported(tmp_path, {f"{k}.csv": "Year,Value\n2013,1\n" for k in keys})
    assert [(d["number"], d["slug"]) for d in definitions(out)] == [
        (1, "1-2-1"), (2, "1-10-1"), (3, "1-a-1"), (4, "2-1-1"), (5, "archived-1-1-1"),
    ]  # fmt: skip
    assert "Archived indicators" in (out / "data" / "plan.yml").read_text("utf-8")


def test_same_bytes_every_time_and_again_over_itself(tmp_path: Path) -> None:
    """Two imports are byte for byte equal; a second over the first changes nothing."""
    source = write_repository(tmp_path / "source", {"indicator_1-2-1.csv": HEAD + "2013,,1\n2013,F,2\n"})
    for name in ("one", "two", "one"):
        import_open_sdg(source, tmp_path / name, lambda stage: None)
    files = [p.relative_to(tmp_path / "one") for p in sorted((tmp_path / "one").rglob("*")) if p.is_file()]
    assert len(files) == 7
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "two" / f).read_bytes() for f in files)


def test_an_indicator_that_went_takes_its_file_along(tmp_path: Path) -> None:
    """A new import leaves no stale values behind."""
    source = write_repository(
        tmp_path / "source",
        dict.fromkeys(("indicator_1-1-1.csv", "indicator_1-2-1.csv"), "Year,Value\n2013,1\n"),
    )
    import_open_sdg(source, tmp_path / "out", lambda stage: None)
    (source / "data" / "indicator_1-1-1.csv").unlink()
    import_open_sdg(source, tmp_path / "out", lambda stage: None)
    assert [p.name for p in (tmp_path / "out" / "data" / "values").iterdir()] == ["SDG-1-2-1.csv"]


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_other_folders_are_never_overwritten(tmp_path: Path) -> None:
    """A folder with anything of one's own in it stays as it is."""
    source = write_repository(tmp_path / "source", {"indicator_1-2-1.csv": "Year,Value\n2013,1\n"})
    for name, content in (
        ("mine.txt", "x"),
        ("import-record.json", "{}"),
        ("import-record.json", '{"importer":"x"}'),
    ):
        out = tmp_path / f"out-{len(content)}"
        out.mkdir()
        (out / name).write_text(content)
        before = _tree(out)
        with pytest.raises(ImportRefused) as refused:
            import_open_sdg(source, out, lambda stage: None)
        assert refused.value.reason == "not_an_import" and _tree(out) == before


def test_a_record_cannot_point_outside(tmp_path: Path) -> None:
    """A forged record deletes and overwrites nothing elsewhere."""
    source = write_repository(tmp_path / "source", {"indicator_1-2-1.csv": "Year,Value\n2013,1\n"})
    (tmp_path / "victim").write_text("x")
    out = tmp_path / "out"
    out.mkdir()
    (out / "import-record.json").write_text(json.dumps({"importer": "open-sdg", "files": {"../victim": "0"}}))
    with pytest.raises(ImportRefused):
        import_open_sdg(source, out, lambda stage: None)
    assert (tmp_path / "victim").read_text() == "x"


def test_hand_edits_are_kept_or_refused(tmp_path: Path) -> None:
    """Settings filled in by hand stay; edited data stop the import before anything changes."""
    source = write_repository(tmp_path / "source", {"indicator_1-2-1.csv": "Year,Value\n2013,1\n"})
    out = tmp_path / "out"
    import_open_sdg(source, out, lambda stage: None)
    (out / "site_config" / "site.yml").write_text("organization: Mine\n")
    for _ in range(2):
        report = import_open_sdg(source, out, lambda stage: None)
        assert report.by_code()["kept_as_edited"] == 1
        assert (out / "site_config" / "site.yml").read_text() == "organization: Mine\n"
    (out / "data" / "values" / "SDG-1-2-1.csv").write_text("changed")
    before = _tree(out)
    with pytest.raises(ImportRefused) as refused:
        import_open_sdg(source, out, lambda stage: None)
    assert refused.value.paths == ("data/values/SDG-1-2-1.csv",) and _tree(out) == before


def test_links_are_neither_read_nor_written_through(tmp_path: Path) -> None:
    """A symbolic link in the source is skipped and named; one in the target refuses."""
    source = write_repository(tmp_path / "source", {"indicator_1-2-1.csv": "Year,Value\n2013,1\n"})
    (tmp_path / "secret.csv").write_text("Year,Value\n2013,42\n")
    (source / "data" / "indicator_1-1-1.csv").symlink_to(tmp_path / "secret.csv")
    report = import_open_sdg(source, tmp_path / "out", lambda stage: None)
    assert report.indicators == 1 and codes(report) == {"file_skipped": 1}
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ImportRefused):
        import_open_sdg(source, tmp_path / "link", lambda stage: None)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    """An empty or missing source writes nothing."""
    for source in (tmp_path / "missing", tmp_path):
        with pytest.raises(ImportRefused) as refused:
            import_open_sdg(source, tmp_path / "out", lambda stage: None)
        assert refused.value.reason == "no_data" and not (tmp_path / "out").exists()


def test_every_code_has_its_words(tmp_path: Path) -> None:
    """Each finding can be told in both languages, with its place first."""
    from generator.importers.open_sdg.report import Code, ImportFinding

    for code in Code:
        for language in ("ja", "en"):
            told = ImportFinding("data/a.csv", 3, code, "{v}", "7").tell(language)
            assert told.startswith("data/a.csv:3 ") and len(told) > 20
