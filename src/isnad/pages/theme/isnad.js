/* What the pages can do without, and do better with: the reader's choice of layers is remembered on this device, and
   the number of a paragraph or the sign of a sentence copies its address. */
(() => {
  "use strict";
  const KEY = "isnad-layers-off";

  const recall = () => {
    try {
      return new Set(JSON.parse(localStorage.getItem(KEY) || "[]"));
    } catch {
      return new Set(); // no storage, or not ours: every layer as the page has it
    }
  };

  const keep = (changed) => {
    try {
      localStorage.setItem(KEY, JSON.stringify([...changed]));
    } catch {
      /* a private window forgets; the switches work all the same */
    }
  };

  const changed = recall();
  for (const box of document.querySelectorAll("input[name='isnad-layer']")) {
    if (changed.has(box.value)) box.checked = !box.defaultChecked;
    box.addEventListener("change", () => {
      if (box.checked === box.defaultChecked) changed.delete(box.value);
      else changed.add(box.value);
      keep(changed);
    });
  }

  // The theme lets wide tables scroll; arrow keys scroll only what can be reached by Tab.
  addEventListener("load", () => {
    for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) frame.tabIndex = 0;
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest(".isnad-ordinal, .isnad-permalink");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // no clipboard here: the link has led to its place, where the address can be copied
    }
    link.classList.add("is-copied");
    setTimeout(() => link.classList.remove("is-copied"), 1500);
  });
})();
