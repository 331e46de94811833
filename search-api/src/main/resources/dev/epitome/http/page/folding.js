// Where the filters are folded above the results, the way on from them.

import { total } from "./words.js";

/**
 * Has a button close the filters and go to what they leave.
 * @returns what tells it how much that is; null where nobody knows
 */
export function folding(filters, button, results) {
  button.addEventListener("click", () => {
    filters.open = false;
    results.parentElement.scrollIntoView();
    results.focus({ preventScroll: true });
  });
  return (found) => (button.textContent = found === null ? "Show articles" : `Show ${total(found)}`);
}
