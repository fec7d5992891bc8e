"""data/impact/*.yml: SROI, ripple and logic models, each number with its source and its range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.findings import Finding, Severity
from generator.load.grid import Grid
from generator.load.yamlfile import YamlDocument
from generator.model_impact import (
    Claim,
    DemandItem,
    Factor,
    ImpactAccounts,
    IoTable,
    Links,
    LogicModel,
    LogicNode,
    MarginRate,
    NamedAmount,
    Outcome,
    RippleEvent,
    Sourced,
    SroiAccount,
)
from generator.parse import impact_schemas as shapes
from generator.parse.faults import checked, did_you_mean, rejected, warning
from generator.parse.io_layouts import bare
from generator.parse.io_table import read_table, sector_at
from generator.parse.names import repeated

IO_FOLDER = "data/impact/io"
NEEDS_CLAIM = ("outcome", "impact")


@dataclass(frozen=True, slots=True)
class Known:
    """What the accounts may speak about: ids of plans, indicators and projects, and the sheets of
    the input–output tables by file name."""

    plans: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    tables: Mapping[str, Sequence[Grid]] = field(default_factory=dict)


def read_impact(documents: Iterable[YamlDocument], known: Known) -> tuple[ImpactAccounts, list[Finding]]:
    """All accounts of a project, in the order of their files, and every finding."""
    sroi: list[SroiAccount] = []
    ripples: list[RippleEvent] = []
    models: list[LogicModel] = []
    findings: list[Finding] = []
    seen: dict[str, YamlDocument] = {}
    for document in documents:
        reader = _Reader(document, known)
        made = reader.read()
        findings += reader.findings
        if made is None:
            continue
        if made.id in seen:
            first = seen[made.id].file
            findings.append(rejected("impact_id_repeated", document.place("id"), made.id, first=first))
        seen.setdefault(made.id, document)
        if isinstance(made, SroiAccount):
            sroi.append(made)
        elif isinstance(made, RippleEvent):
            ripples.append(made)
        else:
            models.append(made)
    return ImpactAccounts(tuple(sroi), tuple(ripples), tuple(models)), findings


@dataclass(slots=True)
class _Reader:
    """One document on its way to an account."""

    document: YamlDocument
    known: Known
    findings: list[Finding] = field(default_factory=list)

    def read(self) -> SroiAccount | RippleEvent | LogicModel | None:
        """The account, or None where something in it is rejected."""
        data = self.document.data
        kind = data.get("kind") if isinstance(data, dict) else None
        if not isinstance(kind, str) or kind not in shapes.KINDS:
            near = did_you_mean(str(kind or ""), shapes.KINDS)
            known = ", ".join(shapes.KINDS)
            self._reject("impact_kind_unknown", "kind", kind or "", known=known, near=near)
            return None
        made = {"sroi": self._sroi, "ripple": self._ripple, "logic_model": self._logic_model}[kind]()
        return None if any(f.severity is Severity.REJECTED for f in self.findings) else made

    def _reject(self, code: str, key: str, value: object = "", **values: object) -> None:
        self.findings.append(rejected(code, self.document.place(key), value, **values))

    def _warn(self, code: str, key: str, value: object = "", **values: object) -> None:
        self.findings.append(warning(code, self.document.place(key), value, **values))

    # ------------------------------------------------------------ parts

    def factor(self, shape: shapes.FactorShape | shapes.ShareFactorShape, at: str) -> Factor:
        """A factor with source and range; without either it is refused."""
        self._sourced(shape.source, at, shape.value)
        low, high = shape.low, shape.high
        if low is None or high is None:
            self._reject("factor_without_range", at, shape.value)
            low, high = shape.value, shape.value
        elif not low <= shape.value <= high:
            self._reject("factor_outside_range", at, shape.value, low=low, high=high)
        return Factor(shape.value, low, high, shape.source)

    def _sourced(self, source: str, at: str, value: object) -> None:
        if not source.strip():
            self._reject("factor_without_source", at, value)

    def share(self, shape: shapes.SourcedShape, at: str) -> Sourced:
        """A share of 1 with its source."""
        self._sourced(shape.source, at, shape.value)
        if not 0 <= shape.value <= 1:
            self._reject("impact_share_outside", f"{at}.value", shape.value)
        return Sourced(shape.value, shape.source)

    def links(self, shape: shapes.LinkedShape, at: str = "") -> Links:
        """What the account is about; ids that nobody knows are refused."""
        for name, ids, known in (
            ("projects", shape.projects, self.known.projects),
            ("indicators", shape.indicators, self.known.indicators),
        ):
            for n, one in enumerate(ids):
                if one not in known:
                    key = f"{at}{name}.{n}"
                    self._reject("impact_link_unknown", key, one, near=did_you_mean(one, known), name=name)
        return Links(tuple(shape.projects), tuple(shape.indicators), tuple(shape.stories))

    # ------------------------------------------------------------ SROI

    def _sroi(self) -> SroiAccount | None:
        shape, faults = checked(self.document, shapes.SroiShape, self.document.data)
        self.findings += faults
        if shape is None:
            return None
        named = [(f"outcomes.{n}.id", o.id) for n, o in enumerate(shape.outcomes)]
        self.findings += repeated(self.document, "impact_part_repeated", named)
        for n, one in enumerate(shape.inputs):
            self._sourced(one.source, f"inputs.{n}", one.amount)
        if sum(one.amount for one in shape.inputs) <= 0:
            self._reject("sroi_inputs_zero", "inputs")
        outcomes = tuple(self._outcome(o, f"outcomes.{n}") for n, o in enumerate(shape.outcomes))
        discount = self.factor(shape.discount_rate, "discount_rate")
        if all(f.certain for f in (discount, *(f for o in outcomes for f in factors_of(o)))):
            self._reject("sroi_without_range", "outcomes")
        return SroiAccount(
            id=shape.id,
            title=shape.title,
            fiscal_year=shape.fiscal_year,
            summary=shape.summary,
            unit=shape.unit,
            inputs=tuple(NamedAmount(i.name, i.amount, i.source) for i in shape.inputs),
            outcomes=outcomes,
            discount=discount,
            seed=shape.seed,
            runs=shape.runs,
            links=self.links(shape),
            sample=shape.sample,
            file=self.document.file,
        )

    def _outcome(self, shape: shapes.OutcomeShape, at: str) -> Outcome:
        made: Callable[[str], Factor] = lambda name: self.factor(getattr(shape, name), f"{at}.{name}")  # noqa: E731
        return Outcome(
            id=shape.id,
            name=shape.name,
            stakeholder=shape.stakeholder,
            quantity=made("quantity"),
            quantity_unit=shape.quantity.unit,
            proxy=made("proxy"),
            proxy_name=shape.proxy.name,
            deadweight=made("deadweight"),
            displacement=made("displacement"),
            attribution=made("attribution"),
            drop_off=made("drop_off"),
            years=shape.years,
            claim=claim_of(shape.claim),
        )

    # ------------------------------------------------------------ ripple

    def _ripple(self) -> RippleEvent | None:
        shape, faults = checked(self.document, shapes.RippleShape, self.document.data)
        self.findings += faults
        table = self._table(shape) if shape is not None else None
        if shape is None or table is None:
            return None
        if bare(shape.unit) != bare(table.unit):
            self._reject("ripple_unit_differs", "unit", shape.unit, table=table.unit)
        self._self_sufficiency(shape, table)
        if shape.budget is not None:
            self._sourced(shape.budget.source, "budget", shape.budget.value)
            if shape.budget.value <= 0:
                self._reject("ripple_budget_zero", "budget", shape.budget.value)
        return RippleEvent(
            id=shape.id,
            title=shape.title,
            fiscal_year=shape.fiscal_year,
            summary=shape.summary,
            table=table,
            demand=tuple(self._demand(d, n, shape, table) for n, d in enumerate(shape.demand)),
            margins=tuple(self._margin(m, n, table) for n, m in enumerate(shape.margins.rates)),
            commerce_sector=self._receiver("commerce", shape, table),
            transport_sector=self._receiver("transport", shape, table),
            self_sufficiency=tuple(
                (
                    self._sector(name, f"self_sufficiency.rates.{name}", table),
                    Sourced(rate, shape.self_sufficiency.source),
                )
                for name, rate in shape.self_sufficiency.rates.items()
            ),
            self_sufficiency_source=shape.self_sufficiency.source or table.source,
            conversion=self.share(shape.conversion, "conversion"),
            budget=None if shape.budget is None else Sourced(shape.budget.value, shape.budget.source),
            decimals=shape.decimals,
            claim=claim_of(shape.claim),
            links=self.links(shape),
            sample=shape.sample,
            file=self.document.file,
        )

    def _table(self, shape: shapes.RippleShape) -> IoTable | None:
        if shape.table not in self.known.tables:
            known = ", ".join(sorted(self.known.tables)) or "–"
            near = did_you_mean(shape.table, self.known.tables)
            self._reject("ripple_table_missing", "table", shape.table, known=known, near=near)
            return None
        about = shape.table_about.model_dump()
        read = read_table(self.known.tables[shape.table], about, shape.sheet)
        self.findings += read.findings
        return read.table

    def _self_sufficiency(self, shape: shapes.RippleShape, table: IoTable) -> None:
        given = shape.self_sufficiency
        if given.rates:
            self._sourced(given.source, "self_sufficiency", ", ".join(given.rates))
        if given.rates and table.domestic:
            self._reject("ripple_domestic_override", "self_sufficiency", ", ".join(given.rates))

    def _sector(self, name: str, at: str, table: IoTable) -> str:
        """The table's own name of a sector."""
        place = sector_at(table, name)
        if place is None:
            near = did_you_mean(name, table.sectors)
            self._reject("ripple_sector_unknown", at, name, near=near, known=", ".join(table.sectors))
            return name
        return table.sectors[place]

    def _demand(
        self, item: shapes.DemandShape, n: int, shape: shapes.RippleShape, table: IoTable
    ) -> DemandItem:
        at = f"demand.{n}"
        self._sourced(item.source, at, item.amount)
        sector = self._sector(item.sector, f"{at}.sector", table)
        rated = {bare(m.sector) for m in shape.margins.rates}
        if item.price == "purchaser" and not {bare(item.sector), bare(sector)} & rated:
            self._warn("ripple_margin_missing", f"{at}.price", item.sector)
        return DemandItem(sector, item.amount, item.price == "purchaser", item.source)

    def _margin(self, rate: shapes.MarginRateShape, n: int, table: IoTable) -> MarginRate:
        at = f"margins.rates.{n}"
        self._sourced(rate.source, at, rate.sector)
        if rate.commerce + rate.transport > 1:
            self._reject("impact_share_outside", at, rate.commerce + rate.transport)
        sector = self._sector(rate.sector, f"{at}.sector", table)
        return MarginRate(sector, rate.commerce, rate.transport, rate.source)

    def _receiver(self, name: str, shape: shapes.RippleShape, table: IoTable) -> str:
        """The sector that a margin goes to; must be named where there is such a margin."""
        given = str(getattr(shape.margins, name))
        if given:
            return self._sector(given, f"margins.{name}", table)
        if any(getattr(rate, name) for rate in shape.margins.rates):
            self._reject("ripple_margin_nowhere", f"margins.{name}", name)
        return ""

    # ------------------------------------------------------------ logic model

    def _logic_model(self) -> LogicModel | None:
        shape, faults = checked(self.document, shapes.LogicModelShape, self.document.data)
        self.findings += faults
        if shape is None:
            return None
        if shape.plan not in self.known.plans:
            near = did_you_mean(shape.plan, self.known.plans)
            self._reject("impact_link_unknown", "plan", shape.plan, near=near, name="plans")
        self.findings += repeated(
            self.document,
            "impact_part_repeated",
            [(f"nodes.{n}.id", o.id) for n, o in enumerate(shape.nodes)],
        )
        # A step leads to a later stage, or within its stage to a box written below it: no circles.
        stages = {node.id: (shapes.STAGES.index(node.stage), n) for n, node in enumerate(shape.nodes)}
        nodes = tuple(self._node(node, f"nodes.{n}", stages) for n, node in enumerate(shape.nodes))
        return LogicModel(
            shape.id, shape.title, shape.plan, shape.summary, nodes, shape.sample, self.document.file
        )

    def _node(self, shape: shapes.NodeShape, at: str, stages: Mapping[str, tuple[int, int]]) -> LogicNode:
        for n, name in enumerate(shape.leads_to):
            if name not in stages:
                near = did_you_mean(name, stages)
                self._reject("logic_step_unknown", f"{at}.leads_to.{n}", name, near=near)
            elif stages[name] <= stages[shape.id]:
                self._reject("logic_goes_back", f"{at}.leads_to.{n}", name, start=shape.id)
        if shape.claim is None and shape.stage in NEEDS_CLAIM:
            self._reject("logic_claim_missing", at, shape.id)
        claim = None if shape.claim is None else claim_of(shape.claim)
        links = self.links(shape, f"{at}.")
        return LogicNode(shape.id, shape.stage, shape.text, tuple(shape.leads_to), links, claim)


def factors_of(outcome: Outcome) -> tuple[Factor, ...]:
    """The six factors of an outcome."""
    o = outcome
    return (o.quantity, o.proxy, o.deadweight, o.displacement, o.attribution, o.drop_off)


def claim_of(shape: shapes.ClaimShape) -> Claim:
    return Claim(shape.level, shape.what, shape.who, shape.how_much, shape.contribution, shape.risk)


def tables_by_name(grids: Iterable[Grid]) -> dict[str, list[Grid]]:
    """The sheets of data/impact/io by the name of their file."""
    found: dict[str, list[Grid]] = {}
    for grid in grids:
        found.setdefault(PurePosixPath(grid.file).name, []).append(grid)
    return found
