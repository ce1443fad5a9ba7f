/* What the pages can do without, and do better with: the reader's choice of layers and of calendar is remembered on this
   device; the number of a paragraph or the sign of a sentence copies its address, and a sentence with its source copies
   as a citation; lists of events and of names can be narrowed. */
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

  // The choice of layers is one line on a phone; where there is room the styles hold it open, if the browser can.
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 44.01rem)").matches) {
    for (const box of document.querySelectorAll(".isnad-choice")) box.open = true;
  }

  // The theme lets wide tables scroll; arrow keys scroll only what can be reached by Tab.
  addEventListener("load", () => {
    for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) frame.tabIndex = 0;
    // A map that is wider than the screen shows its places first.
    for (const box of document.querySelectorAll(".isnad-map-box")) {
      const dots = [...box.querySelectorAll("circle")].map((dot) => dot.getBoundingClientRect().left);
      const middle = (Math.min(...dots) + Math.max(...dots)) / 2;
      if (dots.length) box.scrollLeft += middle - box.getBoundingClientRect().left - box.clientWidth / 2;
    }
  });

  // On a narrow screen the navigation comes in by a label that no key reaches: a button inside it serves keys as well. Put
  // there once the first screen is drawn, which it would hold up.
  const drawer = document.getElementById("__drawer");
  const label = document.querySelector(".md-header__button[for='__drawer']");
  const addMenu = () => {
    const menu = document.createElement("button");
    const tell = () => menu.setAttribute("aria-expanded", drawer.checked);
    Object.assign(menu, { type: "button", className: "isnad-menu", ariaLabel: "قائمة الصفحات" });
    menu.append(...label.childNodes);
    label.append(menu);
    drawer.addEventListener("change", tell);
    tell();
    menu.addEventListener("click", ({ detail }) => {
      drawer.click();
      const byKey = detail === 0;
      if (byKey && drawer.checked) document.querySelector(".md-sidebar--primary a").focus({ preventScroll: true });
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      menu.focus();
    });
  };
  if (drawer && label) addEventListener("load", addMenu);

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

  /* A name in the text opens its card beside it, and the card leads to its page. Without cards, scripts or with a key held,
     the name leads there itself. */
  const cardOf = (link) => {
    const name = decodeURIComponent(link.pathname.split("/").pop()).replace(/\.html$/, "");
    const card = document.getElementById(`card-${name}`);
    return card?.showPopover ? card : null;
  };
  const beside = (card, link) => {
    const { top, bottom, right } = link.getClientRects()[0];
    const { offsetWidth: width, offsetHeight: height } = card;
    const left = Math.max(8, Math.min(right - width, document.documentElement.clientWidth - width - 8));
    const above = bottom + height + 16 > innerHeight && top > height + 16;
    card.style.inset = `${scrollY + (above ? top - height - 8 : bottom + 8)}px auto auto ${scrollX + left}px`;
  };
  const names = document.querySelectorAll(".isnad-text a.isnad-mention");
  for (const link of names) if (cardOf(link)) link.setAttribute("aria-haspopup", "dialog");
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".isnad-text a.isnad-mention");
    const card = link && cardOf(link);
    if (!card || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.focus({ preventScroll: true });
    card.showPopover();
    beside(card, link);
    card.focus({ preventScroll: true });
  });

  /* Spellings that a reader takes for the same letters become one, as in the index of the search. */
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f]/g, "")
      .replace(/[\u0623\u0625\u0622\u0671]/g, "\u0627")
      .replace(/[\u0649\u06cc]/g, "\u064a")
      .replace(/\u0629/g, "\u0647")
      .replace(/\u0624/g, "\u0648")
      .replace(/\u0626/g, "\u064a")
      .replace(/\u06a9/g, "\u0643")
      .toLowerCase()
      .trim();

  const filter = document.getElementById("isnad-filter");
  if (filter) {
    const names = [...document.querySelectorAll(".isnad-index li")].map((item) => {
      const text = fold(`${item.textContent} ${item.dataset.names || ""}`);
      return [item, text, text.replace(/(^|\s)\u0627\u0644/g, "$1")];
    });
    const output = filter.parentElement.querySelector("output");
    const narrow = () => {
      const asked = fold(filter.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [item, text, bare] of names) {
        item.hidden = !asked.every((word) => text.includes(word) || bare.includes(word.replace(/^\u0627\u0644/, "")));
        if (!item.hidden) shown += 1;
      }
      for (const group of document.querySelectorAll(".isnad-index section, .isnad-index")) {
        group.hidden = !group.querySelector("li:not([hidden])");
        const title = group.matches(".isnad-index") && group.previousElementSibling;
        if (title && title.matches("h2")) title.hidden = group.hidden;
      }
      output.textContent = asked.length ? `الظاهر: ${shown} من ${names.length}` : "";
    };
    filter.parentElement.hidden = false;
    filter.addEventListener("input", narrow);
    if (filter.value) narrow();
  }

  /* The names of months as the reader's country has them, and the Hijri date by the browser's own calendar. */
  const LENS = "isnad-months";
  const EGYPT = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ");
  const MONTHS = {
    morocco: "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(" "),
    algeria: "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
  };
  const seen = (lens) => (pair, levant, egypt) => {
    const month = EGYPT.indexOf(egypt);
    if (month < 0) return pair;
    if (lens === "levant") return levant;
    return lens === "egypt" ? egypt : (MONTHS[lens] || [])[month] || pair;
  };
  const hijri = (first, last) => {
    const format = new Intl.DateTimeFormat("ar-u-ca-islamic-umalqura-nu-latn", {
      day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
    });
    const words = [first, last].map((day) => day && format.format(new Date(`${day}T12:00:00Z`)));
    if (words[0] === words[1]) return words[0];
    if (!words[0]) return `حتى ${words[1]}`;
    return words[1] ? `من ${words[0]} إلى ${words[1]}` : `من ${words[0]} فصاعدا`;
  };
  const look = (lens) => {
    for (const element of document.querySelectorAll(".isnad-nowrap")) {
      element.dataset.words ||= element.textContent;
      element.textContent = element.dataset.words.replace(/([^/\d]+)\/([^\s/\d]+)/, seen(lens));
    }
    for (const old of document.querySelectorAll(".isnad-hijri")) old.remove();
    if (lens !== "hijri") return;
    for (const moment of document.querySelectorAll(".isnad-moment")) {
      const { first, last } = moment.dataset;
      if ((!first && !last) || [first, last].some((day) => day && !/^(0[6-9]|[12])\d\d+-/.test(day))) continue;
      const small = document.createElement("small");
      small.className = "isnad-hijri";
      small.textContent = `${hijri(first, last)} (± يوم)`;
      moment.append(small);
    }
  };
  const lenses = document.querySelectorAll("select[name='isnad-lens']");
  let lens = "";
  try {
    lens = localStorage.getItem(LENS) || "";
  } catch {
    /* no storage: the months as the page has them */
  }
  for (const select of lenses) {
    select.closest("label").hidden = false;
    if ([...select.options].some((option) => option.value === lens)) select.value = lens;
    select.addEventListener("change", () => {
      look(select.value);
      try {
        localStorage.setItem(LENS, select.value);
      } catch {
        /* a private window forgets */
      }
    });
  }
  if (lens) look(lens);

  /* Events by who or where, class, modality and article. Months and years without any go with them. */
  const tools = document.querySelector(".isnad-tools");
  if (tools) {
    const entries = [...document.querySelectorAll("[data-modality]")];
    const asked = ["entity", "class", "modality", "source", "article"].map((name) => tools.elements[name]).filter(Boolean);
    const wanted = new URLSearchParams(location.search);
    const choose = () => {
      let shown = 0;
      for (const entry of entries) {
        entry.hidden = !asked.every((one) => !one.value || entry.dataset[one.name].split(" ").includes(one.value));
        if (!entry.hidden) shown += 1;
      }
      for (const month of document.querySelectorAll(".isnad-months > li")) {
        month.hidden = !month.querySelector(".isnad-entry:not([hidden])");
      }
      for (const list of document.querySelectorAll(".isnad-months, .isnad-undated")) {
        const title = list.previousElementSibling;
        list.hidden = !list.querySelector("[data-modality]:not([hidden])");
        if (title && title.matches("h2")) title.hidden = list.hidden;
      }
      const any = asked.some((one) => one.value);
      tools.querySelector("output").textContent = any ? `الظاهر: ${shown} من ${entries.length}` : "";
    };
    for (const one of asked) {
      const value = wanted.get(one.name);
      if ([...one.options].some((option) => option.value === value)) one.value = value;
      one.addEventListener("change", choose);
    }
    tools.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const one of asked) one.value = "";
      choose();
    });
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.hidden = false;
    choose();
  }

  /* A sentence as a citation: its words, its date where it has one, where it was read, and its address. */
  const citation = (item) => {
    const words = item.querySelector(".isnad-evidence, .isnad-said").textContent.trim();
    const date = item.querySelector(".isnad-entry-date .isnad-moment");
    const tag = item.querySelector(".isnad-tag");
    const sure = date && tag ? ` (${tag.textContent})` : "";
    const when = date ? ` التاريخ: ${date.textContent.trim()}${sure}.` : "";
    return `«${words.replace(/^«|»$/g, "")}».${when} ${item.dataset.cite}. ${item.querySelector(".isnad-where").href}`;
  };
  for (const item of document.querySelectorAll("[data-cite]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "isnad-cite";
    button.textContent = "انسخ الاستشهاد";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(citation(item));
        button.textContent = "نُسخ";
      } catch {
        const box = document.createElement("textarea"); // no clipboard here: the words stand ready to be copied
        box.className = "isnad-citation";
        box.readOnly = true;
        box.value = citation(item);
        box.setAttribute("aria-label", "نص الاستشهاد");
        button.replaceWith(box);
        box.select();
        return;
      }
      setTimeout(() => (button.textContent = "انسخ الاستشهاد"), 1500);
    });
    const metas = item.querySelectorAll(".isnad-meta");
    metas[metas.length - 1].append(button);
  }
})();
