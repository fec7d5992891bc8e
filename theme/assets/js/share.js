/* The share bar: copy the ready text or the link, and the device's own share sheet where there is one.
   Without this script the links to the networks work and the text can be marked by hand. Nothing is sent
   anywhere from here. Every word comes from data attributes. */
(() => {
  "use strict";

  const bar = document.querySelector(".share");
  const field = bar?.querySelector("textarea");
  const tools = bar?.querySelector(".share-tools");
  const said = bar?.querySelector("[role=status]");
  if (!field || !tools || !said) return;

  const lines = () => field.value.split("\n");
  const address = () => lines().at(-1);
  const text = () => lines().slice(0, -1).join("\n");

  /** Copies by the clipboard, or by the field itself where a page may not use it (file:, old browsers). */
  const copied = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      const all = field.value;
      const from = all.lastIndexOf(words);
      field.focus();
      field.setSelectionRange(from, from + words.length);
      return document.execCommand("copy");
    }
  };

  const tell = (words) => {
    said.textContent = ""; // the same words twice are told twice
    requestAnimationFrame(() => { said.textContent = words; });
  };

  const acts = {
    text: async () => tell(await copied(field.value) ? bar.dataset.copied : bar.dataset.failed),
    link: async () => tell(await copied(address()) ? bar.dataset.copiedLink : bar.dataset.failed),
    native: async (button) => {
      try {
        await navigator.share({ title: button.dataset.title, text: text(), url: address() });
      } catch (fault) {
        if (fault.name !== "AbortError") tell(bar.dataset.failed); // closing the sheet is no fault
      }
    },
  };

  for (const button of bar.querySelectorAll("[data-share]")) {
    button.addEventListener("click", () => acts[button.dataset.share](button));
  }
  tools.hidden = false;
  if (!navigator.share) return;
  const native = bar.querySelector("[data-share=native]");
  native.parentElement.hidden = false;
  document.querySelector(".share-jump a")?.addEventListener("click", (event) => {
    event.preventDefault();
    acts.native(native);
  });
})();
