/* Spellings and forms of one word, by the rules of normaliser.toml: the same as isnad/search/normaliser.py, which says
   what each function is for. */

const TOKEN = new RegExp(RULES.token, "gu");
const DROPPED = new RegExp(`[${RULES.dropped}]`, "g");
const SAME = new Map(RULES.same.match(/../gu).map((pair) => [...pair]));
const ROMAN = new Map(Object.entries(RULES.romanised).flatMap(([latin, all]) => [...all].map((c) => [c, latin])));
const SHAPES = new Set(RULES.shapes.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));

const isDigit = (char) => char >= "0" && char <= "9";
const isArabic = (char) => char >= "\u0620" && char <= "\u06d3";
const each = (word, change) => [...word].map(change).join("");

const fold = (word) => {
  const plain = word.normalize("NFKC").replace(DROPPED, "");
  const folded = each(plain, (char) => SAME.get(char) ?? char);
  if (isDigit(folded[0] || "")) return folded.replace(/[,\u066c]/g, "").replace("\u066b", ".");
  if (isArabic(folded[0] || "")) {
    const word = each(folded, (char) => (RULES.hamza.includes(char) ? "\u0621" : char));
    return word.endsWith(RULES.hamza_end) ? word.slice(0, -RULES.hamza_end.length) + "\u0621" : word;
  }
  return plain.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'\u2019\u02bb\u02bc`]/g, "");
};

const tokens = (text) =>
  [...text.matchAll(TOKEN)]
    .map((match) => ({ form: fold(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter((token) => token.form);

const stems = (form) => {
  const found = new Map([[form, 0]]);
  if (!isArabic(form[0])) return found;
  const starts = [[0, 0]];
  for (const prefix of RULES.prefixes) {
    const definite = /(?:\u0627\u0644|\u0644\u0644)$/.test(prefix);
    if (form.startsWith(prefix) && form.length - prefix.length >= (definite ? 2 : 3))
      starts.push([prefix.length, prefix === "\u0627\u0644" ? 0.02 : definite ? 0.05 : 0.1]);
  }
  for (const [start, cost] of starts)
    for (const [end, more] of backs(form, start)) {
      const stem = form.slice(start, end);
      const sum = Math.round((cost + more) * 100) / 100;
      if (!(found.get(stem) <= sum)) found.set(stem, sum);
    }
  return new Map([...found].sort((one, other) => one[1] - other[1]));
};

const backs = (form, start) => {
  const found = new Map([[form.length, 0]]);
  for (const row of RULES.suffixes)
    for (const [end, cost] of [...found])
      for (const suffix of row) {
        const cut = end - suffix.length;
        const left = cut - start;
        if (left >= (suffix.length === 1 && suffix !== RULES.mute_end ? 3 : 2) && form.startsWith(suffix, cut) && !found.has(cut))
          found.set(cut, cost + (suffix.length === 1 && cost === 0 ? 0.02 : 0.08) + (left === 2 ? 0.1 : 0));
      }
  return found;
};

const bones = (stem) => {
  const body = stem[0] === "\u0627" && stem.length > 2 ? stem.slice(1) : stem;
  let kept = body[0] + each(body.slice(1), (char) => (RULES.weak.includes(char) ? "" : char));
  if (kept.length > 1 && kept.endsWith(RULES.mute_end)) kept = kept.slice(0, -1);
  const plain = kept.replace(/(.)\1+/gu, "$1");
  return plain.length > 1 ? plain : kept.length > 1 ? kept : body.slice(0, 2);
};

const latinBones = (word) => {
  for (const [pair, plain] of RULES.latin) word = word.replaceAll(pair, plain);
  const first = /^[aeiou]/.test(word) ? "a" : word.slice(0, 1);
  const rest = each(word.slice(1), (char) => (RULES.latin_vowels.includes(char) ? "" : char));
  const kept = (first + rest).replace(/(.)\1+/gu, "$1");
  return kept.length > 2 && kept.endsWith("h") ? kept.slice(0, -1) : kept;
};

const skeleton = (stem) => (!stem || isDigit(stem[0]) ? stem : isArabic(stem[0]) ? bones(stem) : latinBones(stem));

const shape = (stem) => {
  const first = stem[0] === "\u0627" && stem.length > 2 ? 1 : 0;
  let count = 0, before = "";
  const number = (char, at) => {
    if (at && char !== "\u0621" && RULES.weak.includes(char)) return char;
    if (char !== before) count++;
    before = char;
    return count;
  };
  return stem.slice(0, first) + each(stem.slice(first), number);
};

const sound = (bones) => bones.replaceAll("g", "k").replace(/(.)\1+/gu, "$1");

const romanised = (form) =>
  latinBones(each(form.length > 4 ? form.replace(/^\u0627\u0644/, "") : form, (char) => ROMAN.get(char) ?? ""));

/* Whether one insertion, deletion, substitution or exchange of neighbours makes the words the same. */
const oneEdit = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const rest = (word, from) => word.slice(at + from);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2))
  );
};
