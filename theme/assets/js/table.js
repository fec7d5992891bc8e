/* The table of all indicators: sort by a column, filter by words, plan and grade.
   Without this script the table stands complete, grouped by plan. Every word comes from data
   attributes; rows are moved and hidden, never made. */
(() => {
  "use strict";

  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

  const prepare = (tools) => {
    const table = document.getElementById(tools.dataset.for);
    if (!table) return;
    const said = tools.querySelector("[role=status]");
    const filters = [...tools.querySelectorAll("[data-filter]")];
    const bodies = [...table.tBodies];
    const groups = [...table.querySelectorAll("tr.table-group")];
    const collator = new Intl.Collator(tools.dataset.lang, { numeric: true });
    const rows = [...table.querySelectorAll("tbody tr[data-grade]")].map((row, order) => ({
      row,
      order,
      body: row.parentElement,
      text: folded(row.cells[0].textContent),
    }));
    const order = "ABCDE";

    /** What a cell is compared by: null where it has no value, so that it always comes last. */
    const key = { // by the kind of the column
      order: (entry) => entry.order,
      number: (entry, column) => {
        const value = entry.row.cells[column].querySelector("data")?.value;
        return value === undefined ? null : Number(value);
      },
      grade: (entry) => {
        const place = order.indexOf(entry.row.dataset.grade);
        return place < 0 ? null : place;
      },
      text: (entry, column) => entry.row.cells[column].textContent.trim(),
    };

    const compared = (a, b) => (typeof a === "string" ? collator.compare(a, b) : a - b);

    /** Rows in the order of one column; the first column downwards is the order of the plan, with its headings. */
    const sort = (column, kind, falling) => {
      const grouped = kind === "order" && !falling;
      const valued = rows.map((entry) => ({ entry, by: key[kind](entry, column) }));
      valued.sort((a, b) => {
        if (a.by === null || b.by === null) return (a.by === null) - (b.by === null) || a.entry.order - b.entry.order;
        return (falling ? -1 : 1) * compared(a.by, b.by) || a.entry.order - b.entry.order;
      });
      groups.forEach((heading) => heading.classList.toggle("is-away", !grouped));
      valued.forEach(({ entry }) => (grouped ? entry.body : bodies[0]).append(entry.row));
    };

    const filter = () => {
      const wanted = Object.fromEntries(filters.map((field) => [field.dataset.filter, field.value]));
      const words = folded(wanted.text ?? "").split(" ").filter(Boolean);
      let shown = 0;
      for (const entry of rows) {
        const fits =
          (!wanted.plan || entry.row.dataset.plan === wanted.plan) &&
          (!wanted.grade || entry.row.dataset.grade === wanted.grade) &&
          words.every((word) => entry.text.includes(word));
        entry.row.hidden = !fits;
        shown += fits;
      }
      for (const heading of groups) {
        heading.hidden = !rows.some((entry) => entry.body === heading.parentElement && !entry.row.hidden);
      }
      said.textContent = tools.dataset.found.replace("{n}", shown);
    };

    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      button.title = tools.dataset.sort.replace("{column}", button.textContent);
      heading.append(button);
      button.addEventListener("click", () => {
        // Numbers are first asked for from the top: which is the largest?
        const first = heading.dataset.kind === "number" ? "descending" : "ascending";
        const other = first === "ascending" ? "descending" : "ascending";
        const direction = heading.getAttribute("aria-sort") === first ? other : first;
        headings.forEach((each) => each.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", direction);
        sort(column, heading.dataset.kind, direction === "descending");
      });
    });
    headings[0].setAttribute("aria-sort", "ascending");

    filters.forEach((field) => field.addEventListener("input", filter));
    tools.querySelector(".tool-clear").addEventListener("click", () => {
      filters.forEach((field) => { field.value = ""; });
      filter();
    });
    table.classList.add("is-sortable");
    tools.hidden = false;
    filter();
  };

  document.querySelectorAll(".table-tools").forEach(prepare);
})();
