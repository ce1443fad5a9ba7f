/* Answers in order, and as the theme shows them: grouped by page, with the words that answered marked in the real text. */

const ENTITIES = 4, SENTENCES = 18, IN_GROUP = 3, LONG = 300;

const answer = async (indexes, query, exact) => {
  const wanted = parts(query, exact);
  if (!wanted.length) return [];
  const found = await Promise.all(indexes.map((index) => best(index, wanted, exact)));
  return groups(found.flat().sort((one, other) => one.tier - other.tier), wanted);
};

/* The documents of one index that answer best, loaded. */
const best = async (index, wanted, exact) => {
  const asked = await Promise.all(wanted.map((part) => ask(index, part, exact)));
  const names = top(2 * ENTITIES), others = top(SENTENCES);
  score(index, asked, names, others);
  if (!exact && names.kept.length) await addMentions(index, asked, names.kept[0], others);
  const kept = [...names.kept, ...others.kept];
  const shown = await index.documents(kept.map((one) => one.number));
  const loaded = kept
    .map((one, at) => ({ ...one, ...shown[at], tier: index.root.tier ?? one.tier }))
    .filter((one) => wanted.every((part, at) => !one.hits[at] || saysPhrase(one, part)));
  return [...byName(loaded.filter((one) => !one.tier)), ...loaded.filter((one) => one.tier)];
};

const before = (one, other) => one.tier - other.tier || other.score - one.score || one.number - other.number;

/* Keeps the first few in order. offer: how good a document is, and what makes the rest of it, if it is kept. */
const top = (many) => {
  const kept = [];
  const offer = (tier, score, number, hits) => {
    const last = kept[many - 1];
    if (last && (tier - last.tier || last.score - score || number - last.number) > 0) return;
    const one = { tier, score, number, hits: hits() };
    const at = kept.findIndex((other) => before(one, other) < 0);
    kept.splice(at < 0 ? kept.length : at, 0, one);
    if (kept.length > many) kept.pop();
  };
  return { kept, offer };
};

/* Entities whose whole name was asked for come first; where sentences follow, only the first few. */
const byName = (names) => {
  const share = (one) => {
    const own = tokens(one.title).length;
    return new Set(one.hits.flatMap((hit) => hit?.places ?? []).filter((at) => at < own)).size / (own || 1);
  };
  return names
    .map((one) => ({ ...one, score: one.score * (1 + share(one)) }))
    .sort(before)
    .slice(0, ENTITIES);
};

/* Offers the documents with all parts of the query; where there are none, those with the most. */
const score = (index, asked, names, others) => {
  const weights = asked.map((hits) => Math.log(1 + index.root.documents / Math.max(hits.size, 1)));
  const rarest = asked.reduce((one, other) => (other.size < one.size ? other : one));
  const rate = (number) => {
    let sum = 0, strong = true;
    asked.forEach((hits, at) => {
      const hit = hits.get(number);
      if (hit) sum += hit.level * weights[at];
      if (hit && !hit.strong) strong = false;
    });
    const hits = () => asked.map((one) => one.get(number));
    const much = asked.length > 1 ? sum * closeness(hits()) : sum;
    if (strong && number < index.root.entities) names.offer(0, much, number, hits);
    else others.offer(strong ? 1 : 2, much, number, hits);
  };
  let none = true;
  for (const number of rarest.keys())
    if (asked.every((hits) => hits.has(number))) {
      none = false;
      rate(number);
    }
  if (none && asked.length > 1) partly(asked).forEach(rate);
};

/* The documents with the most parts, half of them at least, and not by a likeness alone. */
const partly = (asked) => {
  const counts = new Map();
  for (const hits of asked)
    for (const [number, hit] of hits) {
      const [count, sure] = counts.get(number) ?? [0, false];
      counts.set(number, [count + 1, sure || hit.level > NEAR]);
    }
  const most = [...counts.values()].reduce((much, [count]) => Math.max(much, count), 0);
  return [...counts].filter(([, [count, sure]]) => sure && count === most && 2 * most >= asked.length).map(([number]) => number);
};

const closeness = (hits) => {
  let much = 1;
  hits.forEach((hit, at) => {
    const next = hits[at + 1];
    if (hit && next && hit.places.some((p) => next.places.includes(p + 1) || next.places.includes(p + 2))) much *= 1.25;
  });
  return much;
};

/* The sentences that mention the entity that answers best, however they spell it. */
const addMentions = async (index, asked, entity, others) => {
  if (entity.hits.some((hit) => !hit)) return;
  for (const [number, hit] of await byKey(index, `=${entity.number}`))
    if (!asked.every((hits) => hits.has(number))) others.offer(2, entity.score * MENTION, number, () => asked.map(() => hit));
};

/* Positions of a document's words, as the index counts them. */
const positions = (one) => {
  const title = tokens(one.title);
  const text = tokens(one.text).map((token, at) => [at + title.length + GAP, token]);
  return { title: title.map((token, at) => [at, token]), text };
};

const saysPhrase = (one, { phrase }) => {
  if (!phrase) return true;
  const { title, text } = positions(one);
  const forms = new Map([...title, ...text].map(([at, token]) => [at, token.form]));
  const starts = [...forms.keys()];
  return starts.some((start) => phrase.every((form, n) => forms.get(start + n) === form));
};

const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/* Days, telephone numbers, scores and names like C++ keep their own order, as isnad/pages/directions.py keeps it on pages. */
const FROM_LEFT = /\+\d[\d ()-]*\d|(?<![\w&])\d+(?:[-\u2013]\d+)+|(?<![\w&])[A-Za-z][\w.]*(?:\+\+|[#+])(?!\d)/g;

/* Text as HTML with the words at the places marked; of a long text, what stands around them. */
const marked = (text, words, places) => {
  const hits = words.filter(([at]) => places.has(at)).map(([, token]) => token);
  let from = 0, to = text.length;
  if (text.length > LONG && hits.length) {
    from = Math.max(text.lastIndexOf(" ", hits[0].start - LONG / 3), 0);
    const end = text.indexOf(" ", from + LONG);
    to = end < 0 ? text.length : Math.max(end, hits[0].end);
  }
  let out = from ? "\u2026" : "", at = from;
  for (const { start, end } of hits) {
    if (end > to) break;
    out += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  out += escaped(text.slice(at, to)) + (to < text.length ? "\u2026" : "");
  return out.replaceAll("</mark> <mark>", " ").replace(FROM_LEFT, '<bdi dir="ltr">$&</bdi>');
};

const item = (one, wanted, score) => {
  const places = new Set(one.hits.flatMap((hit) => hit?.places ?? []));
  const labels = new Set();
  for (const [first, last, label] of one.marks) {
    if (!places.has(first)) continue;
    if (label) labels.add(label);
    for (let at = first; at <= last; at++) places.add(at);
  }
  const { title, text } = positions(one);
  const terms = {};
  const said = new Set(one.hits.flatMap((hit, at) => (wanted[at].keys ? [] : (hit?.places ?? []))));
  for (const [at, token] of text) if (said.has(at)) terms[one.text.slice(token.start, token.end)] = true;
  wanted.forEach((part, at) => one.hits[at] || (terms[part.shown] = false));
  const heading = marked(one.title, title, places) || [...labels].slice(0, 2).map(escaped).join("\u060c ");
  const body = marked(one.text, text, places);
  return {
    location: one.page + (one.fragment && `#${one.fragment}`),
    title: heading,
    text: one.tier ? body : `<bdi>${body.replaceAll(" \u00b7 ", "</bdi> \u00b7 <bdi>")}</bdi>`,
    score,
    terms,
  };
};

/* One group for each page: the page, then what it says. What is more than a few waits behind «more». */
const groups = (all, wanted) => {
  const pages = new Map();
  for (const one of all) pages.set(one.page, [...(pages.get(one.page) ?? []), one]);
  return [...pages.values()].map((found, at) => {
    const score = 1000 - at;
    const own = found.find((one) => !one.fragment);
    const inside = found.filter((one) => one.fragment).map((one, n) => item(one, wanted, n < IN_GROUP ? score + 0.5 - n / 10 : score - 0.5));
    const { page, pageTitle } = found[0];
    const parent = own ? item(own, wanted, score) : { location: page, title: escaped(pageTitle), text: "", score, terms: {} };
    return [own && !inside.length ? parent : { ...parent, text: parent.text && own ? parent.text : "" }, ...inside];
  });
};
