/* An index in shards, asked: which documents answer a query, in what order, and where in them the answer stands.
   The shape of the index is that of isnad/search/index.py. */

const KIN = 0.65, SOUND = 0.56, PREFIX = 0.5, NEAR = 0.45, MENTION = 0.4;
const CAN_SLIP = 4, GAP = 8;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((char, value) => (VALUES[char.charCodeAt(0)] = value));
const ARTICLE = "\u0627\u0644";
const STOP = new Set(RULES.stop.map(fold));
const DATE_HEADS = new Set(RULES.date_heads.map(fold));

const eachNumber = (text, take) => {
  for (let at = 0, value = 0, scale = 1; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)];
    value += (digit & 31) * scale;
    if (digit > 31) scale *= 32;
    else {
      take(value);
      value = 0;
      scale = 1;
    }
  }
};

const numbers = (text) => {
  const found = [];
  eachNumber(text, (value) => found.push(value));
  return found;
};

/* The number of the last start that is not after the key. */
const place = (starts, key) => {
  let low = 0, high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
};

const open = (root, load) => {
  const shards = new Map(Object.entries(root.inline ?? {}));
  const shard = (name) => {
    if (!shards.has(name)) shards.set(name, load(name, root.version));
    return shards.get(name);
  };
  const ends = [];
  for (const count of numbers(root.blocks)) ends.push((ends.at(-1) ?? 0) + count);

  /* Documents by their numbers. */
  const documents = (wanted) =>
    Promise.all(
      wanted.map(async (at) => {
        const block = ends.findIndex((end) => at < end);
        const [pages, all] = await shard(`d${block}`);
        const [page, fragment, title, text, marks] = all[at - (ends[block - 1] ?? 0)];
        return { page: pages[page][0], pageTitle: pages[page][1], fragment, title, text, marks };
      }),
    );

  const value = async (name, starts, key) => (starts.length ? (await shard(`${name}${place(starts, key)}`))[key] : "") ?? "";
  const group = (key) => value("t", root.terms, key);
  const sounding = async (bone) => (await value("s", root.sounds, sound(bone))).split(" ").filter(Boolean);
  const soundingNear = async (bone) => {
    const near = (await range("s", root.sounds, sound(bone).slice(0, 2))).filter((key) => oneEdit(key, sound(bone)));
    return (await Promise.all(near.map(sounding))).flat();
  };

  /* The keys of the shards in which keys with this beginning stand, three shards at most. */
  const range = async (name, starts, beginning) => {
    const first = place(starts, beginning);
    const last = Math.min(place(starts, beginning + "\uffff"), first + 2);
    const found = [];
    for (let at = first; at <= last && starts.length; at++) found.push(shard(`${name}${at}`));
    return (await Promise.all(found)).flatMap((one) => (Array.isArray(one) ? one : Object.keys(one)));
  };

  /* The keys within one edit of a skeleton: either its first or its last two letters are as they should be. In a small
     index all keys are looked at. */
  const near = async (key) => {
    if (key.length < 2) return [];
    const small = root.terms.length === 1;
    const heads = await range("t", root.terms, small ? "" : key.slice(0, 2));
    const tails = small ? [] : await range("r", root.tails, [...key].reverse().slice(0, 2).join(""));
    const reversed = new Set(tails);
    return [...new Set([...heads, ...reversed])].filter((other) => oneEdit(other, key));
  };
  return { root, group, sounding, soundingNear, range, near, documents };
};

const entries = (key, text) =>
  text.split(";").filter(Boolean).map((line) => {
    const [form, start, end, places] = line.split(",");
    return { key, form, alias: start === ">" ? end : "", body: form.slice(+start || 0), stem: form.slice(+start, +end), places };
  });

/* Whether two stems of one skeleton may be forms of one word. */
const kin = (one, other) => {
  const length = skeleton(one).length;
  if (!isArabic(one[0])) return length > 2 && Math.abs(one.length - other.length) < 3;
  if (length > 3 || SHAPES.has(`${shape(one)} ${shape(other)}`)) return true;
  return Math.max(one.length, other.length) >= CAN_SLIP && oneEdit(one, other);
};

/* Whether an entry is a verb with the ending of its past, of what was asked for: «past» in normaliser.toml. */
const isPastOf = (stem, bone, entry) =>
  RULES.past.some((end) => {
    const bare = entry.stem.endsWith(end) ? entry.stem.slice(0, -end.length) : "";
    return bare.length > 2 && skeleton(bare) === bone && kin(stem, bare);
  });

/* Stems of verbs and of their nouns that are told apart by a letter in front: «verbal» in normaliser.toml. */
const verbal = (readings) => {
  const found = new Map();
  for (const [stem, cost] of readings) {
    if (cost > 0.12 || stem.length < 3 || !isArabic(stem[0])) continue;
    const bare = stem.length > 3 && RULES.verbal.includes(stem[0]) ? stem.slice(1) : stem;
    for (const front of ["", ...RULES.verbal]) {
      const other = front + bare;
      if (other.length > 3 - !front && !readings.has(other)) found.set(other, Math.min(found.get(other) ?? 1, cost + 0.15));
    }
  }
  return found;
};

/* How well an entry answers a word, from 0 to 1. readings: the stems that the word may have, with their costs. */
const level = (word, readings, bones, entry) => {
  if (entry.form === word) return 1;
  let best = 0;
  for (const [stem, cost] of readings) {
    if (stem === entry.stem) best = Math.max(best, 0.95 - cost);
    else if (bones.get(stem) === entry.key && kin(stem, entry.stem)) best = Math.max(best, KIN - cost);
    else if (isPastOf(stem, bones.get(stem), entry)) best = Math.max(best, KIN - 0.05 - cost);
    const begun = stem.length > 2 && word.endsWith(stem) && (entry.stem.startsWith(stem) || entry.body.startsWith(stem));
    if (begun) best = Math.max(best, PREFIX - cost / 2);
  }
  return best;
};

const isNear = (readings, entry) =>
  readings.some((word) =>
    [entry.stem, entry.body].some((other) => word === other || (word.length >= CAN_SLIP && oneEdit(word, other))),
  );

const sounds = (entry, like) => Math.max(like(romanised(entry.stem)), like(romanised(entry.body)));

/* What follows an article that is itself mistyped. */
const pastArticle = (word) => {
  const wrong = (length) => word.length - length > 2 && !word.startsWith(ARTICLE) && oneEdit(word.slice(0, length), ARTICLE);
  return [2, 3].filter(wrong).map((length) => word.slice(length));
};

/* All entries that answer a word, each with its level. */
const answers = async (index, word, exact) => {
  const readings = stems(word);
  const read = async (keys) => {
    const texts = await Promise.all(keys.map(index.group));
    return keys.flatMap((key, at) => entries(key, texts[at]));
  };
  /* What begins like the word is asked for in most cases after this: its shards are on their way at the same time. */
  const ahead = !exact && word.length > 2 ? index.range("t", index.root.terms, skeleton(word)) : null;
  let [found] = await Promise.all([read([...new Set([...readings.keys()].map(skeleton))]), ahead]);
  if (exact) return found.filter((entry) => entry.form === word && !entry.alias).map((entry) => [entry, 1]);
  const meant = found.filter((entry) => readings.has(entry.form) && entry.alias);
  for (const { form, alias } of meant) if (!readings.has(alias)) readings.set(alias, readings.get(form) + 0.15);
  found = found.concat(await read([...new Set(meant.map((entry) => skeleton(entry.alias)))]));
  const bones = new Map([...readings.keys()].map((stem) => [stem, skeleton(stem)]));
  const rated = () =>
    found.filter((entry) => !entry.alias).map((entry) => [entry, level(word, readings, bones, entry)]).filter(([, much]) => much > 0);
  const begun = async (bone) => {
    const more = await index.range("t", index.root.terms, bone);
    found = found.concat(await read(more.filter((key) => key.startsWith(bone) && key !== bone)));
  };
  const bone = bones.get(word);
  if (word.length > 2) await begun(bone);
  if (!rated().some(([, much]) => much > PREFIX))
    for (const stem of readings.keys()) if (stem.length > 2 && stem !== word && word.endsWith(stem)) await begun(bones.get(stem));
  const good = rated();
  if (!isArabic(word[0]) && !isDigit(word[0])) {
    const heard = async (keys, like) =>
      (await read(keys)).filter((entry) => !entry.alias && sounds(entry, like)).map((entry) => [entry, sounds(entry, like)]);
    good.push(...(await heard(await index.sounding(bone), (other) => (other === bone ? SOUND : sound(other) === sound(bone) ? 0.9 * SOUND : 0))));
    if (!good.length && bone.length > 3)
      return heard(await index.soundingNear(bone), (other) => (oneEdit(sound(other), sound(bone)) ? NEAR : 0));
  }
  /* A verb or a noun of the fifth form is like the present of the first («توصل» and «تصل»): where no form of the word itself
     is found, both are answered. */
  const alike = good.some(([, much]) => much >= MENTION);
  if (alike && (!RULES.verbal.includes(word[0]) || good.some(([, much]) => much > KIN))) return good;
  const nouns = verbal(readings);
  const nounBones = new Map([...nouns.keys()].map((stem) => [stem, skeleton(stem)]));
  const derived = (await read([...new Set(nounBones.values())]))
    .filter((entry) => !entry.alias)
    .map((entry) => [entry, level("", nouns, nounBones, entry)])
    .filter(([, much]) => much > 0);
  if (alike) return [...good, ...derived];
  const within = (most) => [...[...readings].filter(([, cost]) => cost <= most).map(([stem]) => stem), ...pastArticle(word)];
  const words = within(0.12);
  const keys = await Promise.all([...new Set(within(0.2).map(skeleton))].map(index.near));
  const close = (await read([...new Set(keys.flat())])).filter((entry) => !entry.alias && isNear(words, entry));
  return [...good, ...derived, ...close.map((entry) => [entry, NEAR])];
};

/* Documents by number, each with the best level, whether its place is strong, and its places. */
const gather = (found) => {
  const best = Math.max(0, ...found.map(([, much]) => much));
  const documents = new Map();
  for (const [entry, much] of found) {
    if (much < best - 0.45) continue;
    let number = 0, odd = false;
    eachNumber(entry.places, (value) => {
      odd = !odd;
      if (odd) {
        number += value;
        return;
      }
      const hit = documents.get(number), strong = much > NEAR ? value & 1 : 0;
      if (!hit) {
        documents.set(number, { level: much, strong, places: [value >> 1] });
        return;
      }
      if (much > hit.level) hit.level = much;
      hit.strong |= strong;
      hit.places.push(value >> 1);
    });
  }
  return documents;
};

const byKey = async (index, key) => gather(entries(key, await index.group(key)).map((entry) => [entry, 1]));

/* Only those documents of all that have every word; in a phrase one right after the other. */
const together = (all, gaps) => {
  const [first, ...rest] = all;
  const kept = new Map();
  for (const [number, hit] of first) {
    const others = rest.map((documents) => documents.get(number));
    if (others.some((other) => !other)) continue;
    const starts = gaps ? hit.places.filter((at) => others.every((o, n) => o.places.includes(at + gaps[n + 1]))) : hit.places;
    if (!starts.length) continue;
    const places = gaps ? starts.flatMap((at) => gaps.map((gap) => at + gap)) : [hit, ...others].flatMap((o) => o.places);
    const strong = [hit, ...others].every((one) => one.strong) ? 1 : 0;
    kept.set(number, { level: Math.min(hit.level, ...others.map((o) => o.level)), strong, places });
  }
  return kept;
};

const joined = (one, other) => {
  for (const [number, hit] of other) {
    const mine = one.get(number);
    if (mine) one.set(number, { level: Math.max(mine.level, hit.level), strong: mine.strong | hit.strong, places: [...mine.places, ...hit.places] });
    else one.set(number, hit);
  }
  return one;
};

/* The documents that answer one part of a query: a word, a phrase or a date. */
const ask = async (index, part, exact) => {
  if (part.phrase) {
    const kept = part.phrase.map((form, gap) => [form, gap]).filter(([form]) => !STOP.has(form));
    if (!kept.length) return new Map();
    const all = await Promise.all(kept.map(async ([form]) => gather(await answers(index, form, true))));
    return together(all, kept.map(([, gap]) => gap - kept[0][1]));
  }
  const words = await Promise.all(part.words.map(async (word) => gather(await answers(index, word, exact))));
  const found = words.length > 1 ? together(words) : (words[0] ?? new Map());
  const days = await Promise.all((part.keys ?? []).map((key) => byKey(index, key)));
  return days.reduce(joined, found);
};

/* Parts of a query. Between guillemets stands a phrase; then days, months and years; then words. */
const parts = (query, exact) => {
  const found = [];
  const rest = query.replace(/[\u00ab\u201c\u201e"]([^\u00bb\u201d"]+)[\u00bb\u201d"]/g, (_, phrase) => {
    const forms = tokens(phrase).map((token) => token.form);
    if (forms.length) found.push({ phrase: forms, shown: phrase });
    return " ";
  });
  const words = [];
  const plain = exact ? rest : numeric(each(rest, (char) => (isDigit(SAME.get(char) ?? "") ? SAME.get(char) : char)), found);
  for (const { form, start, end } of tokens(plain)) words.push({ form, shown: plain.slice(start, end) });
  for (let at = 0; at < words.length; ) {
    const date = exact ? null : dated(words, at);
    if (date) while (found.at(-1)?.head) found.pop();
    if (date) at = found.push(date) && date.end;
    else {
      const { form, shown } = words[at++];
      found.push({ words: [form], shown, head: DATE_HEADS.has(form), stop: STOP.has(form) && !shown.includes("\u0622") });
    }
  }
  const telling = found.filter((part, at) => !part.stop && found.findIndex((other) => other.shown === part.shown) === at);
  return telling.length ? telling : [];
};

const two = (number) => String(number).padStart(2, "0");

/* Days in figures are taken out of the query: 2020-03-30, 2020/3/30, 2020-03, 30/3/2020, 3/2020. */
const numeric = (text, found) =>
  text
    .replace(/(?<!\d)(\d{4})[/.-](\d\d?)(?:[/.-](\d\d?))?(?!\d)/g, (shown, year, month, day) => {
      found.push({ words: [], keys: [`@${year}-${two(month)}${day ? `-${two(day)}` : ""}`], shown });
      return " ";
    })
    .replace(/(?<!\d)(?:(\d\d?)[/.-])?(\d\d?)[/.-](\d{4})(?!\d)/g, (shown, day, month, year) => {
      found.push({ words: [], keys: [`@${year}-${two(month)}${day ? `-${two(day)}` : ""}`], shown });
      return " ";
    });

/* A date that begins at a word: a day and a month by any of its names, with or without the year; or a year. */
const dated = (words, at) => {
  const form = (n) => words[n]?.form ?? "";
  const number = (n, pattern) => (pattern.test(form(n)) ? form(n) : "");
  const day = number(at, /^\d\d?$/);
  let month = "", next = at + (day ? 1 : 0);
  for (let name; (name = monthAt(words, next)) && (!month || month === name.month); next = name.end) month = name.month;
  if (!month) {
    const year = number(at, /^(?:1[3-9]|20|21)\d\d$/);
    return year ? { words: [year], keys: [`@${year}`, `@h${year}`], shown: words[at].shown, end: at + 1 } : null;
  }
  const hijri = month[0] === "h" ? "h" : "";
  const year = number(next, /^\d{4}$/);
  if (year && /^[\u0647\u0645]$/.test(form(next + 1))) next++;
  if (year) next++;
  const key = `@${hijri}${year}-${month.slice(-2)}${day ? `-${two(day)}` : ""}`;
  const own = words.slice(at, next);
  return { words: own.length > 1 ? [] : [own[0].form], keys: [key], shown: own.map((w) => w.shown).join(" "), end: next };
};

const monthAt = (words, at) => {
  for (const length of [2, 1]) {
    const month = RULES.months[words.slice(at, at + length).map((word) => word.form).join(" ")];
    if (month && at + length <= words.length) return { month, end: at + length };
  }
  return null;
};
