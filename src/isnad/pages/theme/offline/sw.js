/* Keeps the site for reading without a network. KEPT (what is fetched at once) and VERSION (of the whole build) are written
   in front of this when the site is built. Pages come from the network while there is one, so that nobody reads an old page
   without need; everything else from what is kept, as a new build is kept anew. */

const STORE = "isnad-";
const NAME = `${STORE}${VERSION}`;
const ANY = { ignoreSearch: true };
const PATIENCE = 4000;

addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

const keepAll = async () => {
  const store = await caches.open(NAME);
  await store.addAll(KEPT.map((path) => new Request(new URL(path, registration.scope), { cache: "reload" })));
};

const forgetOlder = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(STORE) && name !== NAME).map((name) => caches.delete(name)));
};

const page = async (request) => {
  try {
    return await fetched(request, AbortSignal.timeout(PATIENCE));
  } catch {
    const store = await caches.open(NAME);
    const address = request.url.replace(/[?#].*$/, "").replace(/\/$/, "/index.html");
    return (await store.match(address, ANY)) ?? (await store.match(new URL("404.html", registration.scope))) ?? Response.error();
  }
};

const file = async (request) => (await (await caches.open(NAME)).match(request, ANY)) ?? fetched(request);

const fetched = async (request, signal) => {
  const response = await fetch(request, signal && { signal });
  if (response.ok && response.type === "basic") {
    const copy = response.clone();
    caches.open(NAME).then((store) => store.put(request.url.replace(/[?#].*$/, ""), copy)).catch(() => {});
  }
  return response;
};
