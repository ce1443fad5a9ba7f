/* Runs before the theme's script: names our worker in the theme's settings, starts it once the page rests, runs it inside
   the page where a browser lets no worker start (a page opened from a folder), and adds the switch for exact matches to
   the dialog. */

(() => {
  "use strict";
  const settings = document.getElementById("__config");
  if (!settings || !document.forms.namedItem("search")) return;
  const at = new URL("worker.js", document.currentScript.src).href;
  settings.textContent = JSON.stringify({ ...JSON.parse(settings.textContent), search: at });

  const Native = window.Worker;
  const PATIENCE = 2000;
  const query = document.querySelector(".md-search__input");
  let exact = false, last = null, again = () => {};

  window.Worker = function (url, options) {
    if (String(url) !== at) return new Native(url, options);
    const worker = location.protocol === "file:" ? inPage() : whenIdle(() => new Native(url, options));
    const send = worker.postMessage.bind(worker);
    worker.postMessage = (message) => {
      if (message.type === 2) last = message.data;
      send(message.type === 2 ? { type: 2, data: { query: last, exact } } : message);
    };
    again = () => last === null || worker.postMessage({ type: 2, data: last });
    return worker;
  };

  /* The worker starts when the page has nothing else to do, or when the reader turns to the search, whichever is first:
     started with the page it would take its turns from the first screen, and wait for its own in the same queue. */
  const whenIdle = (start) => {
    const worker = new EventTarget();
    const waiting = [];
    let real = null;
    const begin = () => {
      if (real) return;
      real = start();
      real.addEventListener("message", ({ data }) => worker.dispatchEvent(new MessageEvent("message", { data })));
      waiting.forEach((message) => real.postMessage(message));
    };
    worker.postMessage = (message) => (real ? real.postMessage(message) : waiting.push(message));
    query.addEventListener("focus", begin, { once: true });
    if (window.requestIdleCallback) requestIdleCallback(begin, { timeout: PATIENCE });
    else addEventListener("load", () => setTimeout(begin)); // Safari
    return worker;
  };

  const script = (url) =>
    new Promise((done, failed) => {
      const element = document.createElement("script");
      Object.assign(element, { src: url, onload: done, onerror: () => failed(new Error(url)) });
      document.head.append(element);
    });

  const inPage = () => {
    const worker = new EventTarget();
    const arrived = new Map();
    window.isnadShard = (name, value) => arrived.set(name, value);
    const load = async (name, version) => {
      await script(new URL(`${name}.js?v=${version}`, at));
      return arrived.get(name);
    };
    const post = (data) => worker.dispatchEvent(new MessageEvent("message", { data }));
    const handle = script(at).then(() => window.isnadSearch(post, load));
    worker.postMessage = async (message) => (await handle)(message);
    return worker;
  };

  /* The theme hears keys alone: what is pasted, dictated, completed by a phone or cleared is told to it as one. */
  const tell = () => query.dispatchEvent(new Event("keyup"));
  query.addEventListener("input", tell);
  query.form.addEventListener("reset", () => setTimeout(tell));

  const exactly = document.querySelector("template#isnad-exact")?.content.cloneNode(true);
  const output = document.querySelector(".md-search__output");
  if (!exactly || !output) return;
  output.prepend(exactly);

  /* What a closed dialog shows to nobody is out of the reach of Tab, too. */
  const toggle = document.getElementById("__search");
  const close = () => (output.inert = !toggle.checked);
  toggle.addEventListener("change", close);
  close();

  const box = output.querySelector("input");
  box.addEventListener("change", () => {
    exact = box.checked;
    again();
  });

  /* The theme closes the dialog on Tab and takes every other key for the query: the switch is reached by Tab from the
     query, and keeps the keys that a switch needs. */
  query.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.shiftKey || !document.getElementById("__search").checked) return;
    event.preventDefault();
    event.stopPropagation();
    box.focus();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && event.shiftKey) {
      event.preventDefault();
      query.focus();
    }
    if (event.key === " " || event.shiftKey) event.stopPropagation();
  });
})();
