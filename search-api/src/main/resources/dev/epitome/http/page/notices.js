// What stands in the place of results: how to begin, why nothing was found, what went wrong.

import { el } from "./dom.js";
import { address, filters, parse, unfiltered } from "./state.js";

const EXAMPLES = [
  ["EKS", "a word, and its other names"],
  ['"api gateway"', "words side by side"],
  ["kubernetes OR nomad", "one or the other"],
  ["kafka -streams", "without a word"],
  ["tag:kafka published:2025", "by tag and date"],
  ["source:bytebytego cache", "in one publication"],
  ["postgres last-90d", "of late"],
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
      query === "" ? null : el("p", {}, "Fewer words find more, and so do more general ones."),
      el("ul", { class: "hints" }, hints),
    ),
    beginning(),
  ];
}

const hint = (state, text) => el("li", {}, el("a", { href: address(state) }, text));

/** What went wrong, and the way on. */
export function failure(problem, retry) {
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
    el("p", {}, el("bdi", {}, problem.message)),
    problem.retryAfter > 0 ? el("p", { class: "quiet" }, soon(problem)) : null,
    el(
      "p",
      { class: "ways" },
      problem.status === 400
        ? el("a", { class: "button", href: "/" }, "Begin again")
        : el("button", { type: "button", onclick: retry }, "Try again"),
    ),
  );
}

/** Why a further page did not come; what is there already stays. */
export const missing = (problem) =>
  el("p", { class: "missing", role: "alert" }, el("bdi", {}, problem.message), problem.retryAfter > 0 ? ` ${soon(problem)}` : null);

const soon = ({ retryAfter }) => `It is asked again in ${retryAfter} s.`;
