// The list of hits and what stands in its place.

import { el } from "./dom.js";
import { hit } from "./hit.js";
import { beginning, failure, missing, nothing } from "./notices.js";
import { didYouMean, reading } from "./reading.js";
import { address, blank } from "./state.js";
import { number, total } from "./words.js";

export class Results {
  #page;
  #list = el("ol", { class: "hits" });
  #shown = 0;
  #onMore;

  /** @param page where to show what: total, reading and results */
  constructor(page, onMore) {
    this.#page = page;
    this.#onMore = onMore;
  }

  loading() {
    this.#page.results.setAttribute("aria-busy", "true");
  }

  show(answer, note) {
    const state = answer.asked;
    const { results, total: count } = this.#page;
    this.#done();
    this.#shown = 0;
    this.#list.replaceChildren();
    count.textContent = total(answer.total);
    const empty = answer.hits.length === 0;
    this.#page.reading.replaceChildren(...(note ? [el("p", { class: "note" }, note)] : []), ...reading(empty ? { ...answer, didYouMean: null } : answer, state));
    if (empty) {
      results.replaceChildren(...nothing(state, answer.didYouMean && didYouMean(answer.didYouMean, state)));
    } else {
      results.replaceChildren(...(blank(state) ? [beginning()] : []), this.#list);
      this.#add(answer);
    }
  }

  /** Adds a further page, and moves the focus from the button to its first article. */
  append(answer) {
    this.#done();
    const first = this.#shown;
    const awaited = this.#next?.contains(document.activeElement);
    this.#add(answer);
    this.#page.total.textContent = `${number(this.#shown)} of ${total(answer.total)}`;
    if (awaited) {
      this.#list.children[first]?.querySelector("a, button")?.focus();
    }
  }

  #add(answer) {
    this.#list.append(...answer.hits.map((found) => hit(found, answer.asked)));
    this.#shown += answer.hits.length;
    this.#next?.remove();
    if (answer.next) {
      // Not every browser gives a button that is clicked the focus.
      const clicked = (event) => {
        event.currentTarget.focus();
        this.#onMore(answer);
      };
      this.#page.results.append(el("div", { class: "next" }, el("button", { type: "button", onclick: clicked }, "More")));
    }
  }

  get #next() {
    return this.#page.results.querySelector(".next");
  }

  /** Says beside the button why a further page did not come; the button asks for it again. */
  failMore(problem) {
    this.#done();
    const button = this.#next.querySelector("button");
    this.#next.querySelector(".missing")?.remove();
    button.textContent = "Try again";
    button.before(missing(problem));
  }

  fail(problem, retry) {
    this.#done();
    this.#page.total.textContent = "";
    this.#page.reading.replaceChildren();
    this.#page.results.replaceChildren(failure(problem, retry));
  }

  #done() {
    this.#page.results.removeAttribute("aria-busy");
  }
}

/** How a state is called in the title of the page. */
export const title = (state) => (state.q.trim() === "" ? (address(state) === "/" ? "Epitome" : "Articles – Epitome") : `${state.q.trim()} – Epitome`);
