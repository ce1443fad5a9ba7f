/* The protocol of the theme's search workers: 0 gives the index, 1 says it is ready, 2 asks, 3 answers. An index is ready
   at once, as its shards are loaded when they are needed. A newer question makes an older one's answer void. */

const serve = (post, load) => {
  let indexes = [], turn = 0;
  return async ({ type, data }) => {
    if (type === 0) {
      indexes = data.docs.map((root) => open(root, load));
      post({ type: 1 });
    }
    if (type !== 2) return;
    const mine = ++turn;
    const { query, exact } = typeof data === "string" ? { query: data, exact: false } : data;
    let items = [];
    try {
      items = await answer(indexes, query, exact);
    } catch (problem) {
      console.warn(problem);
    }
    if (mine === turn) post({ type: 3, data: { items } });
  };
};

if (typeof document === "undefined") {
  const load = async (name, version) => {
    const response = await fetch(new URL(`${name}.js?v=${version}`, self.location));
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    const text = await response.text();
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
  };
  const handle = serve((message) => postMessage(message), load);
  addEventListener("message", (event) => handle(event.data));
} else {
  window.isnadSearch = serve;
}
