// What is searched for. It is the address of the page, word for word the parameters of the service.

export const LISTS = ["source", "author", "tag", "type"];
const SINGLES = ["publishedAfter", "publishedBefore", "sort", "match", "fuzzy", "freshness"];
/** What the service does where nothing is said: saying it is no other search. */
const DEFAULTS = { sort: "relevance", match: "relaxed", fuzzy: "auto" };

/** The state that an address stands for; what the page does not know in it is dropped. */
export function parse(address) {
  const given = new URLSearchParams(address);
  const state = { q: (given.get("q") ?? "").trim() };
  LISTS.forEach((name) => (state[name] = [...new Set(given.getAll(name).filter((value) => value.trim() !== ""))]));
  SINGLES.forEach((name) => (state[name] = telling(name, given.get(name) ?? "")));
  return state;
}

const telling = (name, value) => (value === DEFAULTS[name] ? "" : value);

/** The parameters of a state, in one order always. */
export function parameters(state) {
  const query = new URLSearchParams();
  const text = state.q.trim();
  if (text !== "") {
    query.append("q", text);
  }
  LISTS.forEach((name) => state[name].forEach((value) => query.append(name, value)));
  SINGLES.filter((name) => state[name] !== "").forEach((name) => query.append(name, state[name]));
  return query;
}

/** Where on this site a state is shown. */
export function address(state) {
  const query = parameters(state).toString();
  return query === "" ? "/" : `/?${query}`;
}

export const equal = (one, other) => address(one) === address(other);

/** Adds a value to a list of filters, or takes it away. */
export function toggled(state, name, value) {
  const without = state[name].filter((other) => !same(other, value));
  return { ...state, [name]: without.length < state[name].length ? without : [...without, value] };
}

/** Letters that are no other letter with an accent, and are filtered by as these. */
const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđðħıßæœþ]/g, (letter) => LETTERS[letter]);

/** Filters tell neither capitals from small letters nor letters by their accents. */
export const same = (one, other) => folded(one) === folded(other);

export const dated = (state, after, before) => ({ ...state, publishedAfter: after, publishedBefore: before });

/** The same query without any filter. */
export const unfiltered = (state) => ({ ...parse(""), q: state.q, sort: state.sort, fuzzy: state.fuzzy, match: state.match });

/** What a link that was drawn for one state means in the state that there is now: what it changes, and no more. */
export const carried = (meant, drawn, now) =>
  Object.fromEntries(Object.keys(meant).map((name) => [name, alike(meant[name], drawn[name]) ? now[name] : meant[name]]));

const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** How many filters are set; a range of dates is one. */
export const filters = (state) =>
  LISTS.reduce((sum, name) => sum + state[name].length, state.publishedAfter || state.publishedBefore ? 1 : 0);

/** Whether nothing is asked but to look around. */
export const blank = (state) => state.q.trim() === "" && filters(state) === 0;
