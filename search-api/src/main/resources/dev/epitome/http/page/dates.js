// A range of dates: two inputs, years to pick, and a histogram whose bars set it.

import { el, refill, svg } from "./dom.js";
import { bars, isDate, reversed, spanName, told, within } from "./months.js";
import { number } from "./words.js";

const MOST_BARS = 48;
const HEIGHT = 48;
const YEARS = 6;
const HINT = "2025, 2025-11 or 2025-11-03";
const REVERSED = "From is after To";

export class Dates {
  #plots;
  #range;
  #onChange;

  constructor(container, onChange) {
    this.#onChange = onChange;
    this.#plots = el("div", { class: "dated" });
    this.#range = new Range((after, before) => onChange(after, before));
    container.replaceChildren(el("h2", { id: "dates-heading" }, "Date"), this.#plots, this.#range.form);
  }

  show(facets, state) {
    const { publishedAfter: after, publishedBefore: before } = state;
    const { span, bars: columns } = bars(facets, MOST_BARS, after, before);
    const inBars = Boolean(document.activeElement?.closest(".histogram"));
    refill(this.#plots, columns.length > 1 ? this.#histogram(columns, span, state) : null, this.#years(facets.year ?? [], state));
    if (inBars && !this.#plots.contains(document.activeElement)) {
      // The bars may now be months of what was a year: the focus goes to the first of them that is picked.
      this.#plots.querySelector(".histogram [tabindex='0']")?.focus();
    }
    if (this.#plots.offsetHeight > 0) {
      // It never becomes smaller, or what is beneath would move away under the pointer.
      this.#plots.style.minHeight = `${this.#plots.offsetHeight}px`;
    }
    this.#range.show(state);
  }

  /** One stop of the tab key; the arrows go from bar to bar. A bar that is pulled to another sets the range of both. */
  #histogram(columns, span, state) {
    const most = Math.max(1, ...columns.map(({ count, loose }) => count + loose));
    const picked = state.publishedAfter !== "" || state.publishedBefore !== "";
    const isOn = (bar) => picked && within(bar, state.publishedAfter, state.publishedBefore);
    const stop = Math.max(0, columns.findIndex(isOn));
    const nodes = columns.map((bar, i) => column(bar, i, most, { on: isOn(bar), picked, stop: i === stop }));
    const width = columns.length * 10;
    const drawing = svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, preserveAspectRatio: "none" }, nodes);
    const set = (one, other) => this.#pick(columns[Math.min(one, other)], columns[Math.max(one, other)], state);
    listen(drawing, nodes, set);
    return [
      el("div", { class: "histogram", role: "toolbar", "aria-label": `Articles per ${spanName(span)}` }, drawing),
      el("p", { class: "axis", "aria-hidden": "true" }, el("span", {}, columns[0].begins), el("span", {}, columns.at(-1).ends)),
      columns.some(({ loose }) => loose > 0) ? el("p", { class: "axis" }, "Pale: only the year is known") : null,
    ];
  }

  /** The range that is set already is taken away. */
  #pick({ from }, { to }, state) {
    const again = state.publishedAfter === from && state.publishedBefore === to;
    again ? this.#onChange("", "") : this.#onChange(from, to);
  }

  #years(counted, state) {
    const newest = [...counted].sort((one, other) => other.value.localeCompare(one.value)).slice(0, YEARS);
    return newest.length < 2
      ? null
      : el("ul", { class: "years", "aria-label": "Years" }, newest.map(({ value, count }) => el("li", {}, this.#year(value, count, state))));
  }

  #year(year, count, state) {
    const on = state.publishedAfter === year && state.publishedBefore === year;
    return el(
      "button",
      { type: "button", "data-key": `year ${year}`, "aria-pressed": String(on), onclick: () => this.#pick({ from: year }, { to: year }, state) },
      year,
      " ",
      el("span", { class: "count" }, number(count), el("span", { class: "unseen" }, count === 1 ? " article" : " articles")),
    );
  }
}

/** The two ends, to be typed. They stay while the plots come and go, or what is half typed would be lost. */
class Range {
  #after = input("from", "From");
  #before = input("to", "To");
  #hint = el("p", { id: "date-hint", class: "quiet", "aria-live": "polite" }, HINT);
  #set = ["", ""];
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
    this.form = el(
      "form",
      { class: "range", novalidate: true, "aria-labelledby": "dates-heading" },
      el("div", { class: "ends" }, this.#after.label, this.#before.label),
      this.#hint,
      el("button", { type: "submit", class: "unseen" }, "Apply dates"),
    );
    this.form.addEventListener("submit", (event) => event.preventDefault() ?? this.#apply());
    this.form.addEventListener("change", () => this.#apply());
  }

  show({ publishedAfter, publishedBefore }) {
    const before = this.#set;
    this.#set = [publishedAfter, publishedBefore];
    this.#fields.forEach((field, i) => {
      // What is half typed stays, until something else is set.
      if (field.value.trim() === before[i] || this.#set[i] !== before[i]) {
        field.value = this.#set[i];
      }
    });
    this.#check();
  }

  get #fields() {
    return [this.#after.field, this.#before.field];
  }

  /** Whether a search can be made of what is there; what cannot be is marked, and why is said. */
  #check() {
    const values = this.#fields.map((field) => field.value.trim());
    const turned = reversed(...values);
    const wrong = values.map((value) => turned || (value !== "" && !isDate(value)));
    this.#fields.forEach((field, i) => field.setAttribute("aria-invalid", String(wrong[i])));
    this.#hint.textContent = turned ? REVERSED : HINT;
    return !wrong.includes(true);
  }

  /** The key Enter is both a change and a submission: only what is new is searched for. */
  #apply() {
    const values = this.#fields.map((field) => field.value.trim());
    if (this.#check() && values.some((value, i) => value !== this.#set[i])) {
      this.#set = values;
      this.#onChange(...values);
    }
  }
}

function input(id, name) {
  const field = el("input", { id: `date-${id}`, type: "text", size: 10, maxlength: 10,
    placeholder: "any", autocomplete: "off", "aria-describedby": "date-hint" });
  return { field, label: el("label", {}, el("span", {}, name), field) };
}

function column(bar, i, most, { on, picked, stop }) {
  const tall = (count) => (count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT));
  const [height, above] = [tall(bar.count), tall(bar.loose)];
  return svg(
    "g",
    { class: picked && !on ? "off" : "on", role: "button", tabindex: stop ? 0 : -1, "data-key": `bar ${bar.from}`,
      "aria-label": told(bar), "aria-pressed": String(on) },
    svg("title", {}, told(bar)),
    svg("rect", { class: "reach", x: i * 10, y: 0, width: 10, height: HEIGHT }),
    svg("rect", { class: "value", x: i * 10 + 1, y: HEIGHT - height, width: 8, height }),
    above > 0 && svg("rect", { class: "value loose", x: i * 10 + 1, y: HEIGHT - height - above, width: 8, height: above }),
  );
}

function listen(drawing, nodes, set) {
  const at = (node) => nodes.indexOf(node?.closest?.("[role=button]"));
  let pulled = -1;
  drawing.addEventListener("pointerdown", (event) => {
    pulled = event.button === 0 ? at(event.target) : -1;
    // It may also end elsewhere.
    addEventListener("pointerup", () => (pulled = -1), { once: true });
  });
  drawing.addEventListener("pointerup", (event) => {
    const end = at(document.elementFromPoint(event.clientX, event.clientY));
    if (pulled >= 0 && end >= 0 && end !== pulled) {
      set(pulled, end);
    }
  });
  drawing.addEventListener("click", (event) => at(event.target) >= 0 && set(at(event.target), at(event.target)));
  drawing.addEventListener("keydown", (event) => {
    const from = at(document.activeElement);
    const steps = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: nodes.length - 1 };
    if (event.key === "Enter" || event.key === " ") {
      set(from, from);
    } else if (event.key in steps) {
      const to = nodes[Math.min(nodes.length - 1, Math.max(0, steps[event.key]))];
      nodes.forEach((node) => node.setAttribute("tabindex", node === to ? 0 : -1));
      to.focus();
    } else {
      return;
    }
    event.preventDefault();
  });
}
