// What changes under a pointer that is down loses its click: changes wait until it is up.

/** A button is not held longer than that to click; and not every release is told. */
const LONGEST_MILLIS = 1000;

let pressed = false;
let timer = 0;
let waiting = [];

function release() {
  pressed = false;
  waiting.forEach((go) => go());
  waiting = [];
}

function within(millis) {
  clearTimeout(timer);
  timer = setTimeout(release, millis);
}

function press() {
  pressed = true;
  within(LONGEST_MILLIS);
}

addEventListener("pointerdown", press, true);
// The click follows at once.
addEventListener("pointerup", () => within(0), true);
addEventListener("pointercancel", () => within(0), true);

/** Resolves as soon as nothing is pressed. */
export const released = () => (pressed ? new Promise((go) => waiting.push(go)) : Promise.resolve());

/** Does something after a pause, as soon as nothing is pressed. */
export class Pause {
  #timer = 0;

  /** Begins anew; what was to be done is not. */
  begin(millis, action) {
    const begun = setTimeout(async () => {
      await released();
      if (this.#timer === begun) {
        this.#timer = 0;
        action();
      }
    }, millis);
    this.end();
    this.#timer = begun;
  }

  /** Ends it early: nothing is done. Tells whether anything was to be. */
  end() {
    const had = this.#timer !== 0;
    clearTimeout(this.#timer);
    this.#timer = 0;
    return had;
  }
}
