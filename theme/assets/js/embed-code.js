/* A button for each piece of code that can be copied. Without this script the code can be marked by hand.
   Every word comes from data attributes. */
(() => {
  "use strict";

  const copied = async (field) => {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.focus();
      field.select();
      return document.execCommand("copy");
    }
  };

  for (const box of document.querySelectorAll(".code-copy")) {
    const field = box.querySelector("textarea");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = box.dataset.copy;
    button.setAttribute("aria-describedby", field.id);
    const said = document.createElement("p");
    said.className = "small";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      said.textContent = "";
      const words = (await copied(field)) ? box.dataset.copied : box.dataset.failed;
      requestAnimationFrame(() => { said.textContent = words; });
    });
    box.append(button, said);
  }
})();
