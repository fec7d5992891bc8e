/* The search page. It loads the index (search/pages-n.js, texts-n.js: generator/search.py) when it is opened,
   and finds every page whose visible text contains all the words that were typed.
   Text and words are folded by the same function, here and nowhere else. Every word of the interface comes
   from data attributes; whatever comes from a page is set as text, never as markup. */
(() => {
  "use strict";

  const CIRCLED = /([\u2460-\u2473\u3251-\u325f\u32b1-\u32bf])/u; // ① … ㊿ are themselves: ㉗ is not 27
  const ALIKE = [[/[\u2010-\u2015\u2212]/gu, "-"], [/\u301c/gu, "~"], [/\u03c2/gu, "\u03c3"]];
  const NOT_SEEN = /[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu;
  const LATIN = /[\p{Script=Latin}\p{Nd}]/u;
  const PIECE = /.[\p{M}\u1160-\u11ff\uff9e\uff9f]*/gsu; // a letter with what is written onto it
  const FIRST = 10; // results of a kind shown at first
  const NEXT = 50; // and at each further press
  const AROUND = { before: 24, whole: 110 }; // letters of a snippet
  const SHORT = 16; // a hit in a shorter text (a cell) is shown with the page's description
  const WAIT = 120; // ms after the last letter

  /** How letters are compared: full width as half width, capitals as small ones, dashes as one. */
  const plain = (text) => {
    const parts = text.replace(NOT_SEEN, "").split(CIRCLED);
    const folded = parts.map((part, place) => (place % 2 ? part : part.normalize("NFKC").toLowerCase())).join("");
    return ALIKE.reduce((whole, [from, to]) => whole.replace(from, to), folded);
  };

  /** Spaces count only between Latin words and numbers. */
  const kept = (before, after) => before !== undefined && after !== undefined && LATIN.test(before) && LATIN.test(after);

  const folded = (text) =>
    plain(text).replace(/\s+/gu, (space, at, whole) => (kept(whole[at - 1], whole[at + space.length]) ? " " : ""));

  /** The words of a query: apart at spaces, together in quotation marks. */
  const wordsOf = (query) => {
    const found = [...query.matchAll(/["“”]([^"“”]+)["“”]|[^\s"“”]+/gu)].map((match) => folded(match[1] ?? match[0]));
    return [...new Set(found.filter(Boolean))];
  };

  /** `text` as [piece, is it part of a word]: the same text, cut where a word begins or ends. */
  const marked = (text, words) => {
    const pieces = text.match(PIECE) ?? [];
    const letters = [];
    pieces.forEach((piece, from) => {
      for (const letter of plain(piece)) letters.push({ letter, from });
    });
    const closed = letters.filter(({ letter }, at) => {
      if (!/\s/u.test(letter)) return true;
      let before = at, after = at;
      while (letters[before] && /\s/u.test(letters[before].letter)) before -= 1;
      while (letters[after] && /\s/u.test(letters[after].letter)) after += 1;
      return before === at - 1 && kept(letters[before]?.letter, letters[after]?.letter);
    });
    const units = closed.flatMap(({ letter, from }) => [...letter.split("")].map(() => from));
    const whole = closed.map(({ letter }) => (/\s/u.test(letter) ? " " : letter)).join("");
    const hit = new Set();
    for (const word of words) {
      for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) {
        for (let place = units[at]; place <= units[at + word.length - 1]; place += 1) hit.add(place);
      }
    }
    return pieces.map((piece, place) => [piece, hit.has(place)]);
  };

  // ------------------------------------------------------------------ the index

  const pages = [];
  const texts = [];
  const raw = [];

  const unrun = (runs) => {
    const numbers = [];
    let end = 0;
    for (let at = 0; at < (runs?.length ?? 0); at += 2) {
      end += runs[at];
      for (let left = runs[at + 1]; left > 0; left -= 1) numbers.push(end++);
    }
    return numbers;
  };

  const receive = (part) => {
    part.texts?.forEach((text, place) => {
      raw[part.from + place] = text;
      texts[part.from + place] = folded(text);
    });
    part.pages?.forEach((page, place) => {
      pages[part.from + place] = {
        address: page.a,
        kind: page.k,
        title: page.t,
        description: page.d ?? "",
        heading: page.m ?? "",
        folded: folded(page.m ?? page.t),
        identifier: folded(page.i ?? ""),
        keys: (page.n ?? []).map(folded),
        headings: unrun(page.h),
        texts: unrun(page.x),
      };
    });
  };

  const early = self.impactSearch ?? [];
  const index = { push: receive };
  early.forEach(receive);
  self.impactSearch = index;

  /** How well a page answers one word: 0 not at all; its texts that do are in `inside`. */
  const worth = (page, word, inside) => {
    if (page.identifier === word) return 6;
    if (page.folded.startsWith(word)) return 5;
    if (page.folded.includes(word)) return 4;
    if (page.keys.some((key) => key.includes(word))) return 3;
    if (page.headings.some((text) => inside.has(text))) return 2;
    return page.texts.some((text) => inside.has(text)) ? 1 : 0;
  };

  /** Every page that contains all words, the best first; pages of equal worth in the order of the site. */
  const find = (query) => {
    const words = wordsOf(query);
    if (!words.length) return [];
    const within = words.map((word) => {
      const inside = new Set();
      texts.forEach((text, number) => text.includes(word) && inside.add(number));
      return inside;
    });
    const found = [];
    pages.forEach((page) => {
      const each = words.map((word, place) => worth(page, word, within[place]));
      if (each.every(Boolean)) found.push({ page, worth: each.reduce((sum, one) => sum + one, 0), words, within });
    });
    return found.sort((a, b) => b.worth - a.worth);
  };
  index.find = find;

  /** The texts that show best why a page was found, as marked pieces: one for all words if there is one. */
  const snippet = ({ page, words, within }) => {
    const chosen = [];
    for (let open = within; open.length; ) {
      const score = (text) => 2 * open.filter((inside) => inside.has(text)).length + (raw[text].length >= SHORT);
      const holding = [...page.headings, ...page.texts].filter((text) => open.some((inside) => inside.has(text)));
      if (!holding.length) break;
      const best = holding.reduce((a, b) => (score(b) > score(a) ? b : a));
      chosen.push(raw[best]);
      open = open.filter((inside) => !inside.has(best));
    }
    if (!chosen.length) chosen.push(page.heading || page.description);
    else if (chosen.join("").length < SHORT && page.description) chosen.push(page.description);
    return chosen.flatMap((text, place) => [...(place ? [[" … ", false]] : []), ...cut(marked(text, words))]);
  };

  const cut = (pieces) => {
    const first = pieces.findIndex(([, hit]) => hit);
    const from = pieces.length <= AROUND.whole ? 0 : Math.max(0, first - AROUND.before);
    const to = Math.min(pieces.length, from + AROUND.whole);
    return [...(from ? [["…", false]] : []), ...pieces.slice(from, to), ...(to < pieces.length ? [["…", false]] : [])];
  };

  // ------------------------------------------------------------------ the page

  const place = document.querySelector("article.search");
  if (!place) return;
  const words = place.dataset;
  const form = place.querySelector(".search-form");
  const field = form.querySelector("input");
  const said = place.querySelector(".search-said");
  const none = place.querySelector(".search-none");
  const results = place.querySelector(".search-results");
  const groups = [...results.querySelectorAll(".search-group")];
  const all = place.querySelector(".search-all");
  let state = "loading";

  /** Pieces as text, neighbours that were hit together in one <mark>. */
  const write = (element, pieces) => {
    let run = null;
    for (const [text, hit] of pieces) {
      if (!run || run.hit !== hit) {
        const node = hit ? document.createElement("mark") : document.createTextNode("");
        element.append(node);
        run = { node, hit };
      }
      run.node.textContent += text;
    }
  };

  /** A page opened from a folder has no server that would show a folder's index. */
  const href = (address) => words.root + address + (location.protocol === "file:" ? "index.html" : "");

  const item = (hit) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    const text = document.createElement("p");
    link.href = href(hit.page.address);
    write(link, marked(hit.page.title, hit.words));
    write(text, snippet(hit));
    entry.append(link, text);
    return entry;
  };

  const show = (group, hits) => {
    const list = group.querySelector(".search-list");
    const more = group.querySelector(".search-more");
    const add = (many) => {
      const next = hits.slice(list.children.length, list.children.length + many).map(item);
      list.append(...next);
      const left = hits.length - list.children.length;
      more.hidden = left === 0;
      more.textContent = words.more.replace("{n}", left);
      return next[0];
    };
    list.replaceChildren();
    group.hidden = hits.length === 0;
    group.querySelector(".search-count").textContent = words.count.replace("{n}", hits.length);
    more.onclick = () => add(NEXT)?.querySelector("a").focus();
    add(FIRST);
  };

  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/gu, (_, name) => values[name]);

  const say = (text) => {
    if (said.textContent !== text) said.textContent = text;
  };

  const search = () => {
    const query = field.value.trim();
    remember(query);
    all.hidden = query !== "" && state !== "failed";
    if (query && state !== "ready") {
      say(words[state]);
      return;
    }
    const hits = find(query);
    groups.forEach((group) => show(group, hits.filter((hit) => hit.page.kind === group.dataset.kind)));
    results.hidden = hits.length === 0;
    none.hidden = query === "" || hits.length > 0;
    all.hidden = query !== "" && hits.length > 0;
    say(query ? filled(hits.length ? words.found : words.none, { words: query, n: hits.length }) : "");
  };

  /** The query stands in the address, so that a search can be sent to someone. */
  const remember = (query) => {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(null, "", address);
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, WAIT);
  };
  field.addEventListener("input", (event) => {
    if (!event.isComposing) soon(); // half a word of kana is no query
  });
  field.addEventListener("compositionend", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });

  /** Up and down go through the field, the results and their buttons. */
  place.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [field, ...results.querySelectorAll("a, .search-more:not([hidden])")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    if (event.key === "Escape" && at > 0) {
      field.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      event.preventDefault();
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
    }
  });

  const loaded = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  const begin = () => {
    field.value = new URL(location.href).searchParams.get("q") ?? "";
    search();
  };

  form.hidden = false;
  begin();
  if (!location.hash) field.focus({ preventScroll: true });
  addEventListener("pageshow", (event) => event.persisted && begin());
  index.ready = Promise.all(words.parts.split(" ").filter(Boolean).map(loaded))
    .then(() => { state = "ready"; }, () => { state = "failed"; })
    .then(search);
})();
