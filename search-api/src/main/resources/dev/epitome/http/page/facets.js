// Filters with counts, and the chips of those that are set.

import { el, refill } from "./dom.js";
import { LISTS, address, dated, filters, same, toggled, unfiltered } from "./state.js";
import { number, some } from "./words.js";

const NAMES = { source: "Publication", type: "Type", tag: "Tag", author: "Author" };
const ORDER = ["source", "type", "tag", "author"];
const AT_FIRST = 8;
const AT_MOST = 60;

export class Facets {
  #container;
  #onChange;
  #whole = new Set();

  /** @param onChange is given what makes of a state the one that was chosen */
  constructor(container, onChange) {
    this.#container = container;
    this.#onChange = onChange;
  }

  /** @param counted whether the counts are those of the state; if not, a value without one is not known to have none */
  show(facets, state, counted) {
    const again = () => this.show(facets, state, counted);
    refill(this.#container, ORDER.map((name) => this.#facet(name, withChosen(facets[name] ?? [], state[name], counted ? 0 : null), state, again)));
  }

  #facet(name, values, state, again) {
    if (values.length === 0) {
      return null;
    }
    const most = this.#whole.has(name) ? AT_MOST : AT_FIRST;
    const shown = values.filter(({ value }, i) => i < most || chosen(state, name, value));
    return el(
      "fieldset",
      { class: "facet" },
      el("legend", {}, NAMES[name]),
      el("ul", {}, shown.map((one) => this.#choice(name, one, state))),
      values.length > AT_FIRST ? this.#rest(name, values.length, again) : null,
    );
  }

  #choice(name, { value, count }, state) {
    return el(
      "li",
      {},
      el(
        "label",
        {},
        el("input", {
          type: "checkbox",
          "data-key": `${name}=${value}`,
          checked: chosen(state, name, value),
          onchange: () => this.#onChange((now) => toggled(now, name, value)),
        }),
        el("bdi", { class: "value" }, value),
        " ",
        count === null
          ? null
          : el("span", { class: "count" }, number(count), el("span", { class: "unseen" }, count === 1 ? " article" : " articles")),
      ),
    );
  }

  #rest(name, all, again) {
    const whole = this.#whole.has(name);
    const flip = () => {
      whole ? this.#whole.delete(name) : this.#whole.add(name);
      again();
    };
    const text = whole ? "Fewer" : `${Math.min(all, AT_MOST) - AT_FIRST} more`;
    return el(
      "button",
      { type: "button", class: "quiet-button", "data-key": `rest of ${name}`, "aria-expanded": String(whole), onclick: flip },
      text,
      el("span", { class: "unseen" }, ` of ${NAMES[name]}`),
    );
  }
}

/** The same values, of which nobody knows how many articles have them. */
export const uncounted = (facets) =>
  Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, values.map(({ value }) => ({ value, count: null }))]));

const chosen = (state, name, value) => state[name].some((other) => same(other, value));

/** Also what is chosen and was not counted, or it could not be taken back. */
const withChosen = (counted, choices, count) => [
  ...counted,
  ...choices.filter((value) => !counted.some((one) => same(one.value, value))).map((value) => ({ value, count })),
];

/** One chip for each filter that is set, to take it away. */
export function chips(state) {
  if (filters(state) === 0) {
    return [];
  }
  const values = LISTS.flatMap((name) => state[name].map((value) => chip(NAMES[name], value, toggled(state, name, value))));
  const { publishedAfter: after, publishedBefore: before } = state;
  const range = after || before ? [chip("Date", span(after, before), dated(state, "", ""))] : [];
  const all = el("li", {}, el("a", { class: "clear", href: address(unfiltered(state)) }, "Clear all"));
  return [el("ul", { class: "chips", "aria-label": some(filters(state), "filter") }, values, range, values.length + range.length > 1 ? all : null)];
}

const span = (after, before) =>
  after === before ? after : before === "" ? `since ${after}` : after === "" ? `until ${before}` : `${after} – ${before}`;

const chip = (name, value, without) =>
  el(
    "li",
    {},
    el("a", { href: address(without), "aria-label": `Remove the filter ${name} ${value}` },
      el("span", { class: "label" }, name), " ", el("bdi", {}, value), el("span", { class: "cross", "aria-hidden": "true" }, "×")),
  );
