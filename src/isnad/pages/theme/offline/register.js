/* Asks the browser to keep the site for reading without a network, where mkdocs.yml has «offline: true». */

(() => {
  "use strict";
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const worker = new URL("../../../sw.js", document.currentScript.src);
  addEventListener("load", () => navigator.serviceWorker.register(worker).catch((problem) => console.warn(problem)));
})();
