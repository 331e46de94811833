// The list of hits and what stands in its place.

import { el } from "./dom.js";
import { hit } from "./hit.js";
import { News } from "./news.js";
import { beginning, failure, forgo, missing, nothing } from "./notices.js";
import { didYouMean, reading } from "./reading.js";
import { PAGE } from "./questions.js";
import { address, blank } from "./state.js";
import { number, total } from "./words.js";

export class Results {
  #page;
  #news;
  #list = el("ol", { class: "hits" });
  /** What follows those with all words, where there are some. */
  #partly = el("ol", { class: "hits" });
  #divide = el("section", { class: "partly", "aria-labelledby": "partly" },
    el("h2", { id: "partly" }, "Articles with only some of the words"), this.#partly);
  #shown = 0;
  #answer = null;
  #failed = false;
  #onMore;

  /** @param page where to show what: total, news, reading and results */
  constructor(page, onMore) {
    this.#page = page;
    this.#news = new News(page.news);
    this.#onMore = onMore;
  }

  /** How many hits are shown. */
  get shown() {
    return this.#shown;
  }

  /** What the hits that are shown were asked for with; undefined where an answer is missing. */
  get asked() {
    return this.#answer?.asked;
  }

  loading() {
    forgo();
    this.#page.results.setAttribute("aria-busy", "true");
  }

  /** @param early whether the text is still being typed */
  show(answer, early = false) {
    const state = answer.asked;
    const { results } = this.#page;
    this.#done();
    this.#answer = answer;
    this.#failed = false;
    this.#shown = 0;
    this.#list.replaceChildren();
    this.#partly.replaceChildren();
    this.#news.begin(answer);
    this.explain(answer, early);
    if (answer.hits.length === 0) {
      results.replaceChildren(...nothing(state, answer.didYouMean && didYouMean(answer.didYouMean, state)));
    } else {
      results.replaceChildren(...(blank(state) ? [beginning()] : []), this.#list);
      this.#add(answer);
    }
    this.#count(answer, this.#shown > PAGE);
    this.#news.tell();
  }

  /** Says how the query was read. */
  explain(answer, early = false) {
    const { asked, hits, note } = answer;
    this.#page.results.classList.toggle("early", early);
    const read = reading(hits.length === 0 ? { ...answer, didYouMean: null } : answer, asked, early);
    this.#page.reading.replaceChildren(...(note ? [el("p", { class: "note" }, note)] : []), ...read);
  }

  /** Says that there is nothing yet, and leaves what is there as if it were loading. False where that is a failure. */
  wait(text) {
    if (!this.#failed) {
      this.#page.total.replaceChildren("No results for “", el("bdi", {}, text), "” yet");
      this.#page.reading.replaceChildren();
    }
    return !this.#failed;
  }

  /** Adds a further page, and moves the focus from the button to its first article. */
  append(answer) {
    this.#done();
    const first = this.#shown;
    const awaited = this.#next?.contains(document.activeElement);
    this.#add(answer);
    this.#count(answer, true);
    this.#news.tell();
    if (awaited) {
      this.#page.results.querySelectorAll(".hit")[first]?.querySelector("a, button")?.focus();
    }
  }

  #count(answer, some) {
    this.#page.total.textContent = some ? `${number(this.#shown)} of ${total(answer.total)}` : total(answer.total);
  }

  #add(answer) {
    const hits = answer.hits.map((found) => hit(found, answer.asked, this.#news.has(found)));
    const whole = Math.max(0, (this.#answer.allWords || Infinity) - this.#shown);
    this.#list.append(...hits.slice(0, whole));
    this.#partly.append(...hits.slice(whole));
    if (this.#partly.hasChildNodes()) {
      this.#list.after(this.#divide);
    }
    this.#shown += hits.length;
    this.#next?.remove();
    if (answer.next) {
      // Not every browser gives a button that is clicked the focus.
      const clicked = (event) => {
        event.currentTarget.focus();
        this.#onMore(answer);
      };
      this.#page.results.append(el("div", { class: "next" }, el("button", { type: "button", onclick: clicked }, "More results")));
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
    this.#answer = null;
    this.#failed = true;
    this.#shown = 0;
    this.#page.total.textContent = "";
    this.#news.clear();
    this.#page.reading.replaceChildren();
    this.#page.results.replaceChildren(failure(problem, retry));
  }

  #done() {
    this.#page.results.removeAttribute("aria-busy");
  }
}

/** How a state is called in the title of the page. */
export const title = (state) => (state.q.trim() === "" ? (address(state) === "/" ? "Epitome" : "Articles – Epitome") : `${state.q.trim()} – Epitome`);
