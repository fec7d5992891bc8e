"""The rows of the sample values files, indicator by indicator. Every number is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.sample_data import trajectories as course
from tests.sample_data.shares import answers, apportion, apportion_net, wobble
from tests.sample_data.societies import SOCIETIES
from tests.sample_data.trajectories import Count, Share

Row = dict[str, str]

NAMES = [society.name for society in SOCIETIES]
# Net changes, and how far a society may stand from its share of them.
NET_CHANGES = {"K23": 6.0, "K29": 4.0}
LAST = course.YEARS[-1]

# Who did not report the last year (positions in the list): K18 falls below its coverage.
SILENT: dict[str, tuple[int, ...]] = {"K06": (3, 26), "K18": (0, 2, 3, 5, 6, 11, 18, 22, 25)}
AI_KARTE_SILENT = (3, 26)
SMALL_ISLAND = 26
# Their values come from data/surveys.csv.
SURVEYED = ("K21", "K31", "K32", "K33")


def row(indicator_id: str, year: int, society: str = "", **cells: object) -> Row:
    """One row of a values file; absent cells stay empty."""
    named = {"indicator_id": indicator_id, "fiscal_year": year, "society": society, **cells}
    return {column: str(value) for column, value in named.items() if value is not None} | {"sample": "1"}


# ------------------------------------------------------------------ counts


def weights(count: Count, year: int | None) -> list[float]:
    """How the societies share a count: by size, with a lasting and a yearly difference."""
    found = []
    for society in SOCIETIES:
        size = society.staff if count.weight == "staff" else society.members
        yearly = 0.06 * wobble(count.id, society.slug, year) if year else 0
        found.append(size * (1 + 0.3 * wobble(count.id, society.slug)) * (1 + yearly))
    if count.id == "K26":
        found = [0 if i in course.WITHOUT_SENIOR_YOUTH else w for i, w in enumerate(found)]
    return found


def shared(count: Count, year: int, total: int) -> list[int]:
    """The societies' numbers of one year; they add up to `total`."""
    if count.id not in NET_CHANGES:
        return apportion(total, weights(count, year))
    reach = NET_CHANGES[count.id]
    drift = [reach * wobble("net", count.id, society.slug, year) for society in SOCIETIES]
    return apportion_net(total, weights(count, None), drift)


def own_targets(count: Count, year: int) -> list[int | None]:
    """The societies' own targets, which add up to the federation's first target."""
    if not count.own_targets or year not in course.TARGET_YEARS:
        return [None] * len(SOCIETIES)
    target = course.TARGETS[count.id][course.TARGET_YEARS.index(year)]
    return [*apportion(int(target or 0), weights(count, None))]


def state(indicator_id: str, year: int, position: int) -> Row:
    """The declared state and its note, where a cell is not simply reported."""
    if indicator_id == "K26" and position in course.WITHOUT_SENIOR_YOUTH:
        return {"status": "not_applicable", "note": "壮青年部がない"}
    if year == LAST and position in SILENT.get(indicator_id, ()):
        return {"status": "not_reported"}
    if indicator_id == "K13" and year == LAST:
        return {"status": "provisional", "note": "採択の発表を待つ回がある"}
    if indicator_id == "K18" and position == SMALL_ISLAND:
        return {"status": "suppressed", "note": "相談者が分かるおそれがある"}
    return {}


def count_rows(count: Count) -> Iterator[Row]:
    """All rows of one count, each society's total followed by its categories."""
    for year, total in zip(course.YEARS, count.totals, strict=True):
        targets = own_targets(count, year)
        for position, actual in enumerate(shared(count, year, total)):
            cells = state(count.id, year, position)
            absent = cells.get("status") in ("not_applicable", "not_reported")
            shown = None if absent else actual
            yield row(count.id, year, NAMES[position], target=targets[position], actual=shown, **cells)
            if count.id in CATEGORIES and not absent:
                for name, part in CATEGORIES[count.id](actual, year):
                    yield row(count.id, year, NAMES[position], actual=part, **name, **cells)


# ------------------------------------------------------------------ categories

Part = tuple[Row, int]


def parts(dimension: str, names: tuple[str, ...], actual: int, shares: list[float]) -> list[Part]:
    return [({dimension: n}, p) for n, p in zip(names, apportion(actual, shares), strict=True)]


def channels(actual: int, year: int) -> list[Part]:
    """Posts by medium; videos grow year by year."""
    video = 6 + 2 * (year - course.YEARS[0])
    return parts("by_channel", ("ホームページ", "SNS", "動画"), actual, [34, 60, video])


def modes(actual: int, year: int) -> list[Part]:
    """Support cases by mode; online support grows a little."""
    online = 7 + (year - course.YEARS[0])
    return parts("by_mode", ("巡回", "窓口", "オンライン", "集団"), actual, [48, 37, online, 8])


def follow_up(actual: int, year: int) -> list[Part]:
    """Answers of the follow-up survey: the total counts 増加, all four are published."""
    others = {"横ばい": 0.92, "減少": 0.46, "不明": 0.18}
    return [
        ({"by_result": "増加"}, actual),
        *[({"by_result": n}, round(actual * share)) for n, share in others.items()],
    ]


def stages(actual: int, year: int) -> list[Part]:
    """Applications beside awards; the adoption rate falls."""
    rate = 0.62 - 0.04 * (year - course.YEARS[0])
    return [({"by_stage": "申請"}, round(actual / rate)), ({"by_stage": "採択"}, actual)]


CATEGORIES: dict[str, Callable[[int, int], list[Part]]] = {
    "K05": channels,
    "K07": modes,
    "K09": follow_up,
    "K13": stages,
}


# ------------------------------------------------------------------ rates, ratios, surveys


def bases(share: Share) -> list[int]:
    """Denominators: all staff, those who answered, or the revenue in thousand yen."""
    if share.per == 1:
        return [society.staff for society in SOCIETIES]
    found = []
    for society in SOCIETIES:
        size = society.staff if share.weight == "staff" else society.members
        found.append(round(size * share.per * (1 + 0.1 * wobble(share.per, society.slug))))
    if share.id == "K31":
        found[SMALL_ISLAND] = 8  # too few answers to publish
    return found


def answer_counts(share: Share) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """(numerator, denominator) of every society by year; a year without a value is left out."""
    below = bases(share)
    leanings = [0.05 * wobble("leaning", share.id, society.slug) for society in SOCIETIES]
    for year, percent in zip(course.YEARS, share.percents, strict=True):
        if percent is not None:
            yield year, list(zip(answers(percent, below, leanings), below, strict=True))


def share_rows(share: Share) -> Iterator[Row]:
    """Numerator and denominator of every society."""
    settled: Row = {"status": "provisional", "note": "監査の前の値"} if share.id == "K28" else {}
    for year, counted in answer_counts(share):
        cells = settled if year == LAST else {}
        for name, (part, base) in zip(NAMES, counted, strict=True):
            yield row(share.id, year, name, numerator=part, denominator=base, **cells)


def before_ai() -> Iterator[Row]:
    """⑳ could not be measured before generative AI came into use: the federation says so."""
    note = "生成AIの業務利用が始まる前で測れない"
    yield row("K20", course.YEARS[0], status="not_measurable", note=note)


def federation_rows() -> Iterator[Row]:
    """What only the federation counts: its training, the anonymous survey, misconduct."""
    for share in course.FEDERATION_SHARES:
        for year, counts in zip(course.YEARS, share.counts, strict=True):
            if counts is None:
                yield row(share.id, year, status="not_carried_out", note="受講後の調査を実施しなかった")
                continue
            if share.id not in SURVEYED:
                yield row(share.id, year, numerator=counts[0], denominator=counts[1])
            if share.id == "K32":
                yield from course_rows(year, *counts)
    for year, cases in zip(course.YEARS, course.MISCONDUCT, strict=True):
        yield row("K30", year, actual=cases)


def course_rows(year: int, satisfied: int, valid: int) -> Iterator[Row]:
    """Training by course, adding up to the total."""
    shares = [share for _, share in course.COURSES]
    both = zip(apportion(satisfied, shares), apportion(valid, shares), strict=True)
    for (name, _), (numerator, denominator) in zip(course.COURSES, both, strict=True):
        yield row("K32", year, numerator=numerator, denominator=denominator, by_course=name)


def cohort_rows() -> Iterator[Row]:
    """㉒: most societies hired nobody five years before, which is not 0 %."""
    for year in course.YEARS:
        hired = {position: (kept, all_) for position, all_, kept in course.COHORTS[year]}
        for position, name in enumerate(NAMES):
            if position in hired:
                kept, all_ = hired[position]
                yield row("K22", year, name, numerator=kept, denominator=all_)
            else:
                yield row("K22", year, name, status="not_applicable", note="5年前の採用がない")


# ------------------------------------------------------------------ yes or no


def ai_karte_rows() -> Iterator[Row]:
    """⑲: 1 or 0 a society; one silent society says so, the other simply left its cell empty."""
    users: set[int] = set()
    for year in course.YEARS[1:]:
        users |= set(course.AI_KARTE_STARTS.get(year, ()))
        for position, name in enumerate(NAMES):
            if year == LAST and position in AI_KARTE_SILENT:
                said = "not_reported" if position == AI_KARTE_SILENT[0] else None
                yield row("K19", year, name, status=said)
            else:
                yield row("K19", year, name, actual=int(position in users))


def surplus_rows() -> Iterator[Row]:
    """㉗: 1 or 0 a society; the accounts of the last year are not settled yet."""
    for year in course.YEARS:
        for position, name in enumerate(NAMES):
            if year == LAST:
                yield row("K27", year, name, status="not_due", note="決算の確定を待っている")
            else:
                yield row("K27", year, name, actual=int(position not in course.DEFICITS[year]))


def all_rows() -> list[Row]:
    """Every row of every values file, in the order of the indicators and years."""
    rows = [*before_ai(), *federation_rows(), *cohort_rows(), *ai_karte_rows(), *surplus_rows()]
    for count in course.COUNTS:
        rows += count_rows(count)
    for share in course.SHARES:
        if share.id not in SURVEYED:
            rows += share_rows(share)
    return sorted(rows, key=lambda r: (r["indicator_id"], r["fiscal_year"]))  # stable: societies in order
