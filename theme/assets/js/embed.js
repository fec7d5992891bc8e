/* A frame tells the page around it how high it is; it sends its height and nothing else, and hears nothing. */
(() => {
  "use strict";

  const sheet = document.querySelector("main");
  if (window.parent === window || !sheet) return;
  let told = 0;
  /** Where the last line ends: the sheet itself is never lower than its frame. */
  const needed = () => {
    const style = getComputedStyle(sheet);
    const below = parseFloat(style.paddingBottom) + parseFloat(style.borderBottomWidth);
    return Math.ceil(sheet.lastElementChild.getBoundingClientRect().bottom + scrollY + below);
  };
  const tell = () => {
    const height = needed();
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: "impact-embed", height }, "*");
  };
  const watch = new ResizeObserver(tell);
  for (const part of sheet.children) watch.observe(part);
  addEventListener("load", tell);
})();
