/* Charts that can be moved, on request.
   A figure with data-plotly gets a button. Only when it is pressed are Plotly and the figure's
   JSON fetched, both from this site. The static picture stays in the page and comes back with
   the button, with Escape, and on paper. Every word comes from the figure's data attributes;
   every colour from the page's custom properties. */
(() => {
  "use strict";

  const COLOUR = /^var\((--[\w-]+)\)$/;
  let plotly = null;

  const loaded = (element, address) =>
    new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => {
        element.remove();
        reject(new Error(address));
      };
      document.head.append(element);
    });

  /** Plotly's rules as a file: with an element of this id and class in the page it writes none
      of its own, which the content security policy would refuse. */
  const dressed = (address) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.id = "plotly.js-style-global";
    sheet.className = "no-inline-styles";
    sheet.href = address;
    return loaded(sheet, address);
  };

  /** The Plotly bundle and its style sheet, loaded once however many figures ask for them. */
  const bundle = (address, style) => {
    plotly ??= (async () => {
      try {
        await dressed(style);
        const script = document.createElement("script");
        script.src = address;
        await loaded(script, address);
        return window.Plotly;
      } catch (failure) {
        plotly = null;
        throw failure;
      }
    })();
    return plotly;
  };

  /** A copy of `value` with every "var(--name)" replaced by what the page's style gives it. */
  const coloured = (value, style) => {
    if (typeof value === "string") {
      const name = COLOUR.exec(value);
      return name ? style.getPropertyValue(name[1]).trim() : value;
    }
    if (Array.isArray(value)) return value.map((entry) => coloured(entry, style));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, coloured(entry, style)]));
    }
    return value;
  };

  const made = (name, className) => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };

  const prepare = (figure) => {
    const words = figure.dataset;
    const still = figure.querySelector(".f-chart");
    if (!still) return;
    const button = made("button", "f-open");
    button.type = "button";
    button.textContent = words.open;
    button.setAttribute("aria-expanded", "false");
    const said = made("p", "f-said");
    said.setAttribute("role", "status");
    const tools = figure.querySelector(".f-tools") ?? figure;
    tools.append(button, said);
    let live = null;
    let drawn = null;

    const draw = (Plotly) => {
      const style = getComputedStyle(figure);
      const chart = coloured(drawn, style);
      chart.layout.font.family = style.fontFamily;
      return Plotly.react(live, chart.data, chart.layout, chart.config);
    };

    const open = async () => {
      button.setAttribute("aria-busy", "true");
      said.textContent = words.loading;
      try {
        const [Plotly, answer] = await Promise.all([bundle(words.plotlyBundle, words.plotlyStyle), fetch(words.plotly)]);
        if (!answer.ok) throw new Error(words.plotly);
        drawn = await answer.json();
        live = made("div", "f-live");
        live.setAttribute("role", "img");
        live.setAttribute("aria-label", still.querySelector("title")?.textContent ?? "");
        still.after(live);
        still.classList.add("f-away");
        await draw(Plotly);
        button.textContent = words.close;
        button.setAttribute("aria-expanded", "true");
        said.textContent = "";
      } catch {
        shut();
        said.textContent = words.failed;
      }
      button.removeAttribute("aria-busy");
    };

    const shut = () => {
      if (live) {
        window.Plotly?.purge(live);
        live.remove();
      }
      live = null;
      still.classList.remove("f-away");
      button.textContent = words.open;
      button.setAttribute("aria-expanded", "false");
      said.textContent = "";
    };

    button.addEventListener("click", () => {
      if (button.getAttribute("aria-busy") === "true") return;
      if (live) shut();
      else open();
    });
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !live) return;
      shut();
      button.focus();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      if (live && window.Plotly) draw(window.Plotly);
    });
  };

  document.querySelectorAll("figure[data-plotly]").forEach(prepare);
})();
