// Where somebody is on the page: kept with the entries of the history, since whoever goes back gets the hits anew.

const PAUSE_MILLIS = 200;
/** More hits than that are not asked for at once, however many there were. */
const MOST = 200;

export class Place {
  #shown;
  #sought = history.state;
  #timer = 0;

  /** @param shown tells how many hits there are */
  constructor(shown) {
    this.#shown = shown;
    history.scrollRestoration = "manual";
    addEventListener("pagehide", () => this.keep());
    addEventListener("scroll", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.keep(), PAUSE_MILLIS);
    }, { passive: true });
  }

  /** How many hits the sought place needs; 0 where none is sought. */
  get hits() {
    return Math.min(this.#sought?.shown ?? 0, MOST);
  }

  /** Keeps where somebody is, unless the way there is not yet done. */
  keep() {
    clearTimeout(this.#timer);
    if (this.#sought === null) {
      history.replaceState({ y: scrollY, shown: this.#shown() }, "");
    }
  }

  /** Another entry of the history was gone to. */
  seek() {
    clearTimeout(this.#timer);
    this.#sought = history.state;
  }

  /** What is there from now on is new. */
  forget() {
    this.#sought = null;
  }

  /** The hits are there. */
  reach() {
    if (this.#sought !== null) {
      scrollTo({ top: this.#sought.y, behavior: "instant" });
      this.#sought = null;
    }
    this.keep();
  }
}
