// The key of a reader, where one is needed: kept for this tab alone, and sent in a header, never in an address.

import { el } from "./dom.js";

const KEPT = "epitome.key";

/** Where the browser keeps nothing, a key is known until the page is left. */
function stored(use) {
  try {
    return use(sessionStorage) ?? "";
  } catch (refused) {
    return "";
  }
}

let known = stored((storage) => storage.getItem(KEPT));

export const key = () => known;

/** Forgets a wrong key, unless another was given meanwhile. */
export function forget(text) {
  if (text === known) {
    keep("");
  }
}

function keep(text) {
  known = text;
  stored((storage) => (text === "" ? storage.removeItem(KEPT) : storage.setItem(KEPT, text)));
  offer();
}

/** All that it opened goes with it. */
function left() {
  keep("");
  location.reload();
}

const leave = el("button", { type: "button", class: "quiet-button", onclick: left }, "Forget key");

function offer() {
  if (known === "") {
    leave.remove();
  } else {
    document.querySelector(".top nav").append(leave);
  }
}

/** Asks for a key in the place of what needs one; then that is tried again. */
export function asking({ path, wrong }, retry) {
  // Without a name it gets into no address.
  const field = el("input", { type: "password", required: true, pattern: "\\s*[!-~]+\\s*", title: "A key has no spaces", autocomplete: "off" });
  const given = (event) => {
    event.preventDefault();
    keep(field.value.trim());
    retry();
  };
  if (wrong) {
    requestAnimationFrame(() => field.focus());
  }
  const all = path === "/v1/search";
  return el(
    "section",
    { class: "notice", "aria-label": "Key" },
    el("h2", {}, `This ${all ? "collection " : ""}needs a key to read`),
    el("p", { role: "alert" }, wrong ? "That key is not known here. Check it, or ask for another." : "Ask whoever runs this service for one."),
    el("form", { class: "ways", onsubmit: given }, el("label", {}, "Key ", field), el("button", {}, "Continue")),
    el("p", { class: "quiet" }, "It is kept until you close this tab or choose “Forget key”.", all && " Feeds need it, too, from your feed reader."),
  );
}

offer();
