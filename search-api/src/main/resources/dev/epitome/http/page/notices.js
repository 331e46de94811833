// What stands in the place of results: how to begin, why nothing was found, what went wrong.

import { el } from "./dom.js";
import { reversed } from "./months.js";
import { address, filters, parse, unfiltered } from "./state.js";

const EXAMPLES = [
  ["EKS", "a word, and its other names"],
  ['"api gateway"', "words side by side"],
  ["kubernetes OR nomad", "one or the other"],
  ["kafka -streams", "without a word"],
  ["tag:kafka published:2025", "by tag and date"],
  ["source:bytebytego cache", "in one publication"],
  ["postgres published:>=2024", "since a year"],
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
  const hints = [
    suggestion,
    filters(state) > 0 && hint(unfiltered(state), "Search without the filters"),
    state.match === "all" && hint({ ...state, match: "" }, "Let some of the words be enough"),
    state.fuzzy === "off" && hint({ ...state, fuzzy: "" }, "Let typos be corrected"),
    /[\p{L}\p{N}]$/u.test(query) && hint({ ...state, q: `${query}*` }, "Look for words that begin with it"),
    hint(parse(""), "See every article"),
  ].filter(Boolean);
  return [
    el(
      "section",
      { class: "notice", "aria-labelledby": "none" },
      el("h2", { id: "none" }, query === "" ? "No article passes these filters." : ["Nothing found for “", el("bdi", {}, query), "”."]),
      /\s/.test(query) ? el("p", {}, "Fewer words find more, and so do more general ones.") : null,
      el("ul", { class: "hints" }, hints),
    ),
    beginning(),
  ];
}

const hint = (state, text) => el("li", {}, el("a", { href: address(state) }, text));

/** What is wrong with a parameter, in words for readers who never saw its name. */
const FAULTS = {
  publishedAfter: (value) => noDate(value),
  publishedBefore: (value, state) => (turned(state) ? [`The dates go from ${state.publishedAfter} to ${value}: From is after To.`] : noDate(value)),
  sort: (value) => ["There is no order “", el("bdi", {}, value), "”."],
  match: (value) => ["Words cannot be matched in the way “", el("bdi", {}, value), "”."],
  fuzzy: (value) => ["Typos cannot be treated in the way “", el("bdi", {}, value), "”."],
};

const turned = (state) => reversed(state.publishedAfter, state.publishedBefore);

const noDate = (value) => ["“", el("bdi", {}, value), "” is no date. A year, a month or a day is one: 2025, 2025-11 or 2025-11-03."];

/** What went wrong, and the way on. Where a part of the address is at fault, the same search without it is one. */
export function failure(problem, retry) {
  const state = parse(location.search);
  const faulty = problem.status === 400 && problem.param !== "q" && (state[problem.param]?.length ?? 0) > 0;
  const titles = {
    0: "No answer",
    400: "This search cannot be made",
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
      faulty && turned(state) ? way({ ...state, publishedAfter: state.publishedBefore, publishedBefore: state.publishedAfter }, "Swap the two") : null,
      faulty ? way(without(state, problem.param), "Search without it") : null,
      problem.status === 400
        ? el("a", { class: "button", href: "/" }, "Begin again")
        : el("button", { type: "button", onclick: retry }, "Try again"),
    ),
  );
}

const way = (state, text) => el("a", { class: "button", href: address(state) }, text);

const without = (state, name) => ({ ...state, [name]: parse("")[name] });

/** Why a further page did not come; what is there already stays. */
export const missing = (problem) =>
  el("p", { class: "missing", role: "alert" }, el("bdi", {}, problem.message), problem.retryAfter > 0 ? ` ${soon(problem)}` : null);

const soon = ({ retryAfter }) => `It is asked again in ${retryAfter} s.`;
