/* The gallery of stories: filters combined in place, kept in the address (?plan=…&year=…).
   Without this script each filter is a page of its own, reached by the links that the choices here
   are made of. The list of all stories is fetched when somebody first filters. On the page of one
   filter a button leads to the gallery with what was chosen. Every word comes from data attributes; texts of stories are
   set as text, never as markup. */
(() => {
  "use strict";

  const box = document.querySelector(".story-filters");
  const blank = document.querySelector(".story-blank");
  const list = document.querySelector(".story-gallery");
  if (!box || !blank || !list) return;
  const said = document.querySelector(".story-count");
  const pager = document.querySelector(".story-pager");
  const words = box.dataset;
  const perPage = Number(words.perPage);
  const root = new URL(words.root, location.href).href;
  const gallery = new URL(words.gallery, location.href);
  const here = location.pathname === gallery.pathname;
  const whole = { cards: [...list.children], said: said.textContent };
  const sizes = { // the layout is the page's, and so is how wide a photo stands in it
    first: list.querySelector("source").sizes,
    other: blank.content.querySelector("source").sizes,
  };

  // ------------------------------------------------------------------ choices from the links
  const choice = (facet) => {
    const select = document.createElement("select");
    select.name = facet.dataset.facet;
    select.id = `choose-${select.name}`;
    select.append(new Option(words.every, ""));
    for (const link of facet.querySelectorAll("a[data-value]")) {
      select.append(new Option(link.textContent, link.dataset.value));
      if (link.hasAttribute("aria-current")) select.value = link.dataset.value;
    }
    const label = document.createElement("label");
    label.htmlFor = select.id;
    label.textContent = facet.querySelector("p").textContent;
    const field = document.createElement("div");
    field.append(label, select);
    return field;
  };

  const button = (text, kind) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = kind;
    made.textContent = text;
    return made;
  };

  const form = document.createElement("form");
  form.className = "story-form";
  const clear = button(words.clear, "button");
  const facets = box.querySelector(".story-facets");
  form.append(...[...facets.children].map(choice));
  if (!here) { // choosing alone never leaves a page
    const apply = button(words.apply, "button");
    apply.type = "submit";
    form.append(apply);
  }
  form.append(clear);
  facets.replaceWith(form);
  const fields = [...form.querySelectorAll("select")];
  const further = button("", "button story-further");
  further.hidden = true;
  list.after(further);

  // ------------------------------------------------------------------ cards
  const card = (story, first) => {
    const made = blank.content.firstElementChild.cloneNode(true);
    const from = (address) => new URL(address, root).href;
    const source = made.querySelector("source");
    source.sizes = first ? sizes.first : sizes.other;
    source.srcset = story.widths.map((w) => `${from(`${story.photo}-${w}.webp`)} ${w}w`).join(", ");
    const image = made.querySelector("img");
    image.alt = story.alt;
    image.width = story.width;
    image.height = story.height;
    image.className = `photo-${story.shape}`;
    image.src = from(`${story.photo}-${story.jpeg}.jpg`);
    const facts = story.facts.map((fact) => {
      const span = document.createElement("span");
      span.textContent = fact;
      return span;
    });
    made.querySelector(".sample-mark")?.remove();
    if (story.sample) {
      const mark = document.createElement("span");
      mark.className = "sample-mark";
      mark.textContent = words.sample;
      made.querySelector(".story-card-photo").append(mark);
    }
    made.querySelector(".story-card-facts").replaceChildren(...facts);
    const link = made.querySelector("a");
    link.textContent = story.title;
    link.href = from(story.address);
    made.querySelector(".story-card-summary").textContent = story.summary;
    return made;
  };

  let shown = [];
  const more = (from) => {
    const next = shown.slice(from, from + perPage);
    list.append(...next.map((story, at) => card(story, from + at === 0)));
    const left = shown.length - from - next.length;
    further.hidden = left <= 0;
    further.textContent = words.more.replace("{n}", Math.min(left, perPage));
  };

  // ------------------------------------------------------------------ filtering
  const wanted = () => fields.filter((field) => field.value).map((field) => [field.name, field.value]);
  const fits = (story, asked) => asked.every(([facet, value]) => (story.values[facet] ?? []).includes(value));

  let fetched = null;
  const stories = () => {
    fetched ??= fetch(words.source)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then((told) => told.stories);
    fetched.catch(() => { fetched = null; });
    return fetched;
  };

  let asking = 0;
  const filter = async () => {
    const asked = wanted();
    const turn = ++asking;
    const query = new URLSearchParams(asked).toString();
    history.replaceState(null, "", query ? `?${query}` : gallery.pathname);
    clear.disabled = asked.length === 0;
    if (asked.length === 0) {
      list.replaceChildren(...whole.cards);
      said.textContent = whole.said;
      further.hidden = true;
      if (pager) pager.hidden = false;
      return;
    }
    list.setAttribute("aria-busy", "true");
    try {
      const all = await stories();
      if (turn !== asking) return;
      shown = all.filter((story) => fits(story, asked));
      list.replaceChildren();
      more(0);
      said.textContent = shown.length
        ? words.found.replace("{total}", all.length).replace("{n}", shown.length)
        : words.none;
      if (pager) pager.hidden = true;
    } catch {
      if (turn === asking) said.textContent = words.failed;
    } finally {
      if (turn === asking) list.removeAttribute("aria-busy");
    }
  };

  const leave = () => {
    const query = new URLSearchParams(wanted()).toString();
    location.assign(query ? `${gallery.href}?${query}` : gallery.href);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!here) leave();
  });
  if (here) form.addEventListener("change", filter);
  clear.addEventListener("click", () => {
    fields.forEach((field) => { field.value = ""; });
    fields[0].focus();
    if (here) filter();
    else leave();
  });
  further.addEventListener("click", () => {
    const before = list.children.length;
    more(before);
    list.children[before].querySelector("a").focus();
  });

  // ------------------------------------------------------------------ what the address asks for
  if (here) {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = asked.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
  }
  const begun = wanted().length > 0;
  clear.disabled = !begun;
  box.open = begun || matchMedia("(min-width: 43.75em)").matches;
  if (here && begun) filter();
})();
