// What is new to a reader. Only this browser remembers what was seen: nothing of it is sent anywhere.

import { el } from "./dom.js";
import { age, number } from "./words.js";

const KEY = "epitome.visit";
/** A search after a longer pause begins another visit. */
const PAUSE_MILLIS = 30 * 60_000;

/**
 * Remembers which state of the index is seen, by the clock of the service, and tells which was the last at the visit
 * before, in milliseconds; NaN at the first visit, and where nothing can be remembered.
 */
function visited(changedAt) {
  const now = Date.now();
  let since = null;
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    since = (now - kept?.at < PAUSE_MILLIS ? kept?.since : kept?.seen) ?? null;
    localStorage.setItem(KEY, JSON.stringify({ since, seen: changedAt, at: now }));
  } catch (refused) {
    // Then this visit is the first, and so is the next.
  }
  return Date.parse(since);
}

/** The line that says how new the hits are. */
export class News {
  #line;
  #changedAt;
  #created;
  #since;
  #shown;
  #fresh;

  constructor(line) {
    this.#line = line;
  }

  /** Begins anew with the first hits of a search. */
  begin({ createdAt, changedAt }) {
    this.#changedAt = changedAt;
    this.#created = Date.parse(createdAt);
    this.#since = visited(changedAt);
    this.#shown = 0;
    this.#fresh = 0;
  }

  /** Whether a hit was put since the last visit. A rebuild reads all anew, so what came with it is none. */
  has({ origin }) {
    const fresh = Date.parse(origin?.readAt) > Math.max(this.#since, this.#created);
    this.#shown += 1;
    this.#fresh += fresh ? 1 : 0;
    return fresh;
  }

  tell() {
    const at = this.#changedAt;
    const updated = el("time", { datetime: at, title: new Date(at).toUTCString() }, `${age(at)} ago`);
    this.#line.replaceChildren("Updated ", updated, this.#told(), ".");
  }

  #told() {
    if (Number.isNaN(this.#since) || this.#shown === 0) {
      return "";
    }
    if (this.#created > this.#since) {
      return "; rebuilt since your last visit, so not all that is new can be marked";
    }
    if (Date.parse(this.#changedAt) <= this.#since) {
      return "; nothing is new since your last visit";
    }
    return `; ${this.#fresh === 0 ? "none" : number(this.#fresh)} of these articles ${this.#fresh > 1 ? "are" : "is"} new since your last visit`;
  }

  clear() {
    this.#line.replaceChildren();
  }
}
