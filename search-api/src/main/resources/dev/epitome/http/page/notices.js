// What stands in the place of results: how to begin, why nothing was found, what went wrong.

import { Latest } from "./api.js";
import { el } from "./dom.js";
import { asking } from "./keys.js";
import { reversed } from "./months.js";
import { released } from "./press.js";
import { counted } from "./questions.js";
import { address, filters, parse, unfiltered } from "./state.js";
import { total } from "./words.js";

const EXAMPLES = [
  ["EKS", "a word and its aliases"],
  ['"api gateway"', "a phrase"],
  ["kubernetes OR nomad", "either word"],
  ["kafka -streams", "excluding a word"],
  ["tag:kafka published:2025", "by tag and date"],
  ["source:bytebytego cache", "from one publication"],
  ["postgres published:>=2024", "from a year on"],
  ["what is a vector database?", "a question"],
];

/** What can be typed, each to be tried. */
export function beginning() {
  return el(
    "section",
    { class: "notice", "aria-labelledby": "try" },
    el("h2", { id: "try" }, "What you can type"),
    el(
      "ul",
      { class: "examples" },
      EXAMPLES.map(([query, meaning]) =>
        el("li", {}, el("a", { href: address({ ...parse(""), q: query }) }, el("code", {}, query)), " ", el("span", { class: "quiet" }, meaning)),
      ),
    ),
  );
}

/** Why nothing may have been found, and what to try. */
export function nothing(state, suggestion) {
  const query = state.q.trim();
  const ways = [
    query !== "" && filters(state) > 0 && [unfiltered(state), "Search without the filters"],
    state.match === "all" && [{ ...state, match: "" }, "Do not require all words"],
    state.fuzzy === "off" && [{ ...state, fuzzy: "" }, "Search for similar words as well"],
    /[\p{L}\p{N}]$/u.test(query) && [{ ...state, q: `${query}*` }, "Search for words that start with it"],
  ].filter(Boolean);
  const hints = el("ul", { class: "hints" }, suggestion, hint(parse(""), "Show all articles"));
  offer(hints, ways);
  return [
    el(
      "section",
      { class: "notice", "aria-labelledby": "none" },
      el("h2", { id: "none" }, query === "" ? "No articles match these filters." : ["No results for “", el("bdi", {}, query), "”."]),
      /\s/.test(query) ? el("p", {}, "Try fewer or more general words.") : null,
      hints,
    ),
    beginning(),
  ];
}

const hint = (state, text, ...said) => el("li", {}, el("a", { href: address(state) }, text), said);

const trials = new Latest();

/** Offers the ways that lead to something as soon as that is known; one that cannot be tried now is not. */
async function offer(hints, ways) {
  hints.setAttribute("aria-busy", "true");
  const found = await trials.run((signal) => Promise.all(ways.map(([state]) => counted(state, signal).catch(() => null))));
  await released();
  const open = ways.map(([state, text], i) => found?.[i]?.value > 0 && hint(state, text, el("span", { class: "quiet" }, ` ${total(found[i])}`)));
  hints.lastChild.before(...open.filter(Boolean));
  hints.removeAttribute("aria-busy");
}

/** Nothing is shown any more for what was not found. */
export const forgo = () => trials.cancel();

/** What is wrong with a parameter, in words for readers who never saw its name. */
const FAULTS = {
  publishedAfter: (value) => noDate(value),
  publishedBefore: (value, state) => (turned(state) ? [`The dates go from ${state.publishedAfter} to ${value}: From is after To.`] : noDate(value)),
  sort: (value) => ["“", el("bdi", {}, value), "” is not a sort order."],
  match: (value) => ["“", el("bdi", {}, value), "” is not a way to match words."],
  fuzzy: (value) => ["“", el("bdi", {}, value), "” is not a setting for typos."],
};

const turned = (state) => reversed(state.publishedAfter, state.publishedBefore);

const noDate = (value) => ["“", el("bdi", {}, value), "” is not a date. Use a year, a month or a day: 2025, 2025-11 or 2025-11-03."];

/** What went wrong, and the way on. Where a part of the address is at fault, the same search without it is one. */
export function failure(problem, retry) {
  if (problem.status === 401) {
    return asking(problem, retry);
  }
  const state = parse(location.search);
  const faulty = problem.status === 400 && problem.param !== "q" && (state[problem.param]?.length ?? 0) > 0;
  const titles = {
    0: "No answer",
    400: "This search is not valid",
    429: "Too many requests",
    503: "Not ready yet",
  };
  return el(
    "section",
    { class: "notice failure", role: "alert" },
    el("h2", {}, titles[problem.status] ?? "Something went wrong"),
    el("p", {}, faulty && FAULTS[problem.param] ? FAULTS[problem.param](state[problem.param], state) : el("bdi", {}, problem.message)),
    problem.retryAfter > 0 ? el("p", { class: "quiet" }, soon(problem)) : null,
    el(
      "p",
      { class: "ways" },
      faulty && turned(state) ? way({ ...state, publishedAfter: state.publishedBefore, publishedBefore: state.publishedAfter }, "Swap the dates") : null,
      faulty ? way(without(state, problem.param), "Search without it") : null,
      problem.status === 400
        ? el("a", { class: "button", href: "/" }, "Start over")
        : el("button", { type: "button", onclick: retry }, "Try again"),
    ),
  );
}

const way = (state, text) => el("a", { class: "button", href: address(state) }, text);

const without = (state, name) => ({ ...state, [name]: parse("")[name] });

/** Why a further page did not come; what is there already stays. */
export const missing = (problem) =>
  el("p", { class: "missing", role: "alert" }, el("bdi", {}, problem.message), problem.retryAfter > 0 ? ` ${soon(problem)}` : null);

const soon = ({ retryAfter }) => `Trying again in ${retryAfter} s.`;
