"""What a workbook asks: of which society, which indicators, with what it already knows (pure).

Asked is what the data itself shows to be reported by hand: a society that has rows of an indicator
in data/values reports it. What surveys and the register of projects say is computed and not asked.
An indicator nobody has reported yet is asked of every society, or of the federation where nothing
is added up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Aggregation, Exact, Indicator, Observation, Plan, Project, Society, Status
from generator.workbook.marks import Mark

VALUES = "data/values/"
KEPT_STATES = (
    Status.PROVISIONAL,
    Status.SUPPRESSED,
    Status.NOT_APPLICABLE,
    Status.NOT_MEASURABLE,
    Status.NOT_CARRIED_OUT,
)
"""States that are handed out filled in. 「集計予定」 and 「未報告」 are not: they end with the answer."""

Dimensions = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """One row. `parts`: numerator and denominator are asked and not the value itself."""

    indicator: Indicator
    society: Society | None
    fiscal_year: int
    dimensions: Dimensions
    parts: bool
    last: Exact | None
    target: Decimal | None
    present: Observation | None
    """What the data says of this year already; never a sample, which would pass as an answer."""

    @property
    def mark(self) -> Mark:
        slug = self.society.slug if self.society else ""
        return Mark(self.fiscal_year, slug, self.indicator.id, self.dimensions)


@dataclass(frozen=True, slots=True)
class Group:
    """The asks of one plan: one sheet."""

    plan: Plan
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One workbook. `society` None with `whole` False = the federation's own values."""

    project: Project
    fiscal_year: int
    society: Society | None
    groups: tuple[Group, ...]
    whole: bool = False
    sample_last: bool = False
    """Whether a value of last year that is shown is a sample."""

    @property
    def asks(self) -> tuple[Ask, ...]:
        return tuple(ask for group in self.groups for ask in group.asks)

    @property
    def name(self) -> str:
        """File name without its ending: letters, digits and - only (slugs are)."""
        if self.whole:
            return f"{self.fiscal_year}_all"
        return (
            f"{self.fiscal_year}_{self.society.slug}"
            if self.society
            else f"{self.fiscal_year}_federation-itself"
        )


def forms(project: Project, fiscal_year: int, societies: Iterable[Society]) -> tuple[Form, ...]:
    """One form a society, those that are asked anything, in the order given."""
    known = _Known.of(project, fiscal_year)
    made = (_form(known, (society,), society) for society in societies)
    return tuple(form for form in made if form.groups)


def federation(project: Project, fiscal_year: int) -> Form | None:
    """The federation's own values; None where there are none."""
    form = _form(_Known.of(project, fiscal_year), (None,), None)
    return form if form.groups else None


def everyone(project: Project, fiscal_year: int) -> Form:
    """All societies and the federation in one workbook."""
    known = _Known.of(project, fiscal_year)
    return _form(known, (*project.societies, None), None, whole=True)


@dataclass(frozen=True, slots=True)
class _Known:
    """The rows of data/values by indicator, up to the year that is asked."""

    project: Project
    year: int
    rows: dict[str, list[Observation]]
    computed: frozenset[str]

    @classmethod
    def of(cls, project: Project, year: int) -> _Known:
        rows: dict[str, list[Observation]] = {}
        for o in project.observations:
            if o.file.startswith(VALUES) and o.fiscal_year <= year:
                rows.setdefault(o.indicator_id, []).append(o)
        surveyed = {s.indicator_id for s in project.surveys}
        derived = {i.id for i in project.indicators if i.aggregation is Aggregation.MEAN_OF_PROJECTS}
        return cls(project, year, rows, frozenset(surveyed | derived))

    def asks(self, indicator: Indicator, society: Society | None) -> list[Ask]:
        if indicator.id in self.computed or not self._is_asked(indicator, society):
            return []
        own = [o for o in self._rows(indicator) if o.society == (society.name if society else None)]
        return [self._ask(indicator, society, d, own) for d in self._categories(indicator, own)]

    def _rows(self, indicator: Indicator) -> list[Observation]:
        return self.rows.get(indicator.id, [])

    def _is_asked(self, indicator: Indicator, society: Society | None) -> bool:
        rows = self._rows(indicator)
        if not rows:
            return (indicator.aggregation is Aggregation.NONE) == (society is None)
        latest = max(o.fiscal_year for o in rows)
        newest = [o for o in rows if o.fiscal_year == latest]
        if society is None:
            return any(o.society is None for o in newest)
        if all(o.society is None for o in newest):
            return False
        return indicator.all_societies or any(o.society == society.name for o in rows)

    def _categories(self, indicator: Indicator, own: list[Observation]) -> tuple[Dimensions, ...]:
        """The total, then the categories of this year and of the newest before it, as the file has them."""
        rows = own or self._rows(indicator)
        before = max((o.fiscal_year for o in rows if o.fiscal_year < self.year), default=0)
        used = dict.fromkeys(o.dimensions for o in rows if o.fiscal_year in (before, self.year))
        return tuple(sorted(used, key=bool)) or ((),)

    def _ask(
        self, indicator: Indicator, society: Society | None, dimensions: Dimensions, own: list[Observation]
    ) -> Ask:
        at = {o.fiscal_year: o for o in own if o.dimensions == dimensions}
        last, present = at.get(self.year - 1), at.get(self.year)
        shaped = at[max(at)] if at else None
        parts = indicator.aggregation is Aggregation.RATIO_OF_SUMS or (
            shaped is not None and shaped.numerator is not None
        )
        return Ask(
            indicator=indicator,
            society=society,
            fiscal_year=self.year,
            dimensions=dimensions,
            parts=parts,
            last=value_of(last, indicator),
            target=self._target(indicator, society, dimensions, present),
            present=None if present is None or present.sample else present,
        )

    def _target(
        self,
        indicator: Indicator,
        society: Society | None,
        dimensions: Dimensions,
        present: Observation | None,
    ) -> Decimal | None:
        """The society's own target, or the newest one decided for the federation."""
        decided = [
            t for t in self.project.targets if (t.indicator_id, t.fiscal_year) == (indicator.id, self.year)
        ]
        if society is None and not dimensions and decided:
            return max(decided, key=lambda t: (t.decided_on, t.row)).target
        return present.target if present is not None else None


def value_of(row: Observation | None, indicator: Indicator) -> Exact | None:
    """The value of a row: written, or the quotient of its parts in the indicator's unit."""
    if row is None or row.actual is not None:
        return row.actual if row is not None else None
    if row.numerator is None or not row.denominator:
        return None
    return row.numerator / row.denominator * (100 if indicator.is_percent else 1)


def _form(
    known: _Known, areas: tuple[Society | None, ...], society: Society | None, whole: bool = False
) -> Form:
    by_id = {i.id: i for i in known.project.indicators}
    groups = []
    seen: set[str] = set()
    for plan in known.project.plan.plans:
        ids = [i for measure in plan.measures for i in measure.indicators if i in by_id and i not in seen]
        seen.update(ids)
        asks = tuple(ask for i in ids for area in areas for ask in known.asks(by_id[i], area))
        if asks:
            groups.append(Group(plan, asks))
    shown = {(a.indicator.id, a.society.name if a.society else None) for g in groups for a in g.asks}
    sample = any(
        o.sample and o.fiscal_year == known.year - 1 and (i, o.society) in shown
        for i, rows in known.rows.items()
        for o in rows
    )
    return Form(known.project, known.year, society, tuple(groups), whole, sample)
