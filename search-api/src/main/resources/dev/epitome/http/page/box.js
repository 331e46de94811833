// The search box and its completions: a combobox that keeps the focus, and a listbox that follows the arrows.

import { ask, Latest } from "./api.js";
import { el, outward } from "./dom.js";
import { Pause } from "./press.js";
import { number, some } from "./words.js";

const PAUSE_MILLIS = 120;
const COMPLETIONS = 7;
const KINDS = { word: "", title: "title", operator: "operator", value: "filter" };

export class Box {
  #input;
  #list;
  #latest = new Latest();
  #options = [];
  #listed = "";
  #active = -1;
  #pause = new Pause();
  #quiet = false;
  #onType;
  #onSearch;
  #isNarrowed;

  /**
   * @param on what to do when the text changes (typed) and when a search is asked for (search), and whether filters leave
   *     only some articles (narrowed): completions are counted without them
   */
  constructor(form, on) {
    this.#input = form.querySelector("input");
    this.#list = form.querySelector("[role=listbox]");
    this.#onType = on.typed;
    this.#onSearch = on.search;
    this.#isNarrowed = on.narrowed;
    form.addEventListener("submit", (event) => this.#submitted(event));
    this.#input.addEventListener("input", (event) => event.isComposing || this.#changed());
    this.#input.addEventListener("compositionend", () => this.#changed());
    this.#input.addEventListener("keydown", (event) => this.#pressed(event));
    this.#input.addEventListener("blur", () => this.#close());
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#clicked(event));
  }

  get text() {
    return this.#input.value;
  }

  /** Shows a text that was not typed. */
  set text(text) {
    if (this.#input.value.trim() !== text.trim()) {
      this.#input.value = text;
    }
    this.#stop();
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  /** Whether there is a text that was not told yet; whoever asks has been told. */
  flush() {
    return this.#pause.end();
  }

  #changed() {
    this.#quiet = false;
    // Nobody who types on wants the option that was reached before, nor those of another text.
    if (this.text.startsWith(this.#listed)) {
      this.#activate(-1);
    } else {
      this.#close();
    }
    this.#pause.begin(PAUSE_MILLIS, () => {
      this.#onType(this.text);
      if (!this.#quiet) {
        this.#suggest();
      }
    });
  }

  /** What is not yet begun is not begun. */
  #stop() {
    this.#pause.end();
    this.#close();
  }

  #submitted(event) {
    event.preventDefault();
    this.#stop();
    this.#onSearch(this.text);
  }

  async #suggest() {
    const typed = this.text;
    if (typed.trim() === "") {
      this.#close();
      return;
    }
    try {
      const query = new URLSearchParams({ q: typed, limit: COMPLETIONS });
      const answer = await this.#latest.run((signal) => ask("/v1/suggest", query, signal));
      if (answer !== undefined && document.activeElement === this.#input && this.text === typed) {
        this.#listed = typed;
        this.#open(answer.suggestions.filter((one) => one.query !== typed));
      }
    } catch (problem) {
      // Completions are a courtesy: what is wrong, the search itself says.
      this.#close();
    }
  }

  #open(suggestions) {
    this.#options = suggestions;
    const counted = !this.#isNarrowed();
    this.#list.replaceChildren(...suggestions.map((one, i) => option(one, i, counted)));
    this.#list.hidden = suggestions.length === 0;
    this.#input.setAttribute("aria-expanded", String(suggestions.length > 0));
    this.#activate(-1);
  }

  #close() {
    this.#latest.cancel();
    this.#open([]);
  }

  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((node, i) => node.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      this.#input.removeAttribute("aria-activedescendant");
    } else {
      this.#input.setAttribute("aria-activedescendant", this.#list.children[index].id);
      this.#list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  #pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape" && this.text !== "") {
      // Never the text: a browser would clear it, and with it the search.
      event.preventDefault();
      this.#quiet = true;
      this.#close();
      return;
    }
    const handled = this.#options.length > 0 ? this.#pressedInList(event.key, event.shiftKey) : this.#reopened(event.key);
    if (handled) {
      event.preventDefault();
    }
  }

  #reopened(key) {
    if (key !== "ArrowDown" || this.text.trim() === "") {
      return false;
    }
    this.#suggest();
    return true;
  }

  /** Whether the key meant the list. The text itself is the place before the first option and after the last. */
  #pressedInList(key, shift) {
    const places = this.#options.length + 1;
    switch (key) {
      case "ArrowDown":
        this.#activate(((this.#active + 2) % places) - 1);
        return true;
      case "ArrowUp":
        this.#activate(((this.#active + places) % places) - 1);
        return true;
      case "Tab":
      case "Enter":
        if (this.#active < 0 || shift) {
          return false;
        }
        // Only Enter leads away from the page: Tab takes the text up.
        if (key === "Enter") {
          this.#list.children[this.#active].click();
        } else {
          this.#take(this.#options[this.#active]);
        }
        return true;
      default:
        return false;
    }
  }

  #clicked(event) {
    const chosen = event.target.closest("[role=option]");
    const index = [...this.#list.children].indexOf(chosen);
    if (chosen?.href) {
      this.#left(event);
    } else if (index >= 0) {
      this.#take(this.#options[index]);
    }
  }

  /** The link leads to an article by itself. Whoever comes back finds what was typed; a new tab leaves all as it is. */
  #left(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (this.flush()) {
      this.#onType(this.text);
    }
    this.#close();
  }

  /** An operator asks for its value; everything else can be searched for at once. */
  #take(suggestion) {
    this.#stop();
    this.#input.value = suggestion.query;
    this.#input.setSelectionRange(suggestion.query.length, suggestion.query.length);
    if (suggestion.kind === "operator") {
      this.#suggest();
    } else {
      this.#onSearch(suggestion.query);
    }
  }
}

/** A title is a link to its article, where that has an address. */
function option(suggestion, index, counted) {
  const kind = suggestion.url ? "open article" : (KINDS[suggestion.kind] ?? "");
  const articles = counted && suggestion.articles > 0 && suggestion.kind !== "title";
  return outward(
    suggestion.url,
    { id: `completion-${index}`, role: "option", "aria-selected": "false", tabindex: -1 },
    el("span", { class: "completion", dir: "auto" }, suggestion.text),
    " ",
    kind === "" ? null : el("span", { class: "kind" }, kind),
    articles
      ? el("span", { class: "count" }, el("span", { "aria-hidden": "true" }, number(suggestion.articles)),
          el("span", { class: "unseen" }, some(suggestion.articles, "article")))
      : null,
  );
}
