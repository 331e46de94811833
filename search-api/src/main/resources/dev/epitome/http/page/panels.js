// What opens beneath a hit: asked for only when it is opened.

import { ask } from "./api.js";
import { el, joined, outward, svg } from "./dom.js";
import { asking } from "./keys.js";
import { LISTS, parameters } from "./state.js";
import { date } from "./words.js";

let opened = 0;

/** A button and the panel that it opens. The content may come late; where it fails, opening again asks again. */
export function disclosure(label, title, content) {
  const id = `panel-${(opened += 1)}`;
  const panel = el("div", { id, class: "panel", hidden: true });
  let filled = false;
  const button = el(
    "button",
    { type: "button", class: "quiet-button", "aria-expanded": "false", "aria-controls": id, "aria-label": `${label}: ${title}` },
    label,
  );
  const fill = async () => {
    panel.setAttribute("aria-busy", "true");
    panel.replaceChildren(el("p", { class: "quiet" }, "Loading …"));
    try {
      panel.replaceChildren(...[await content()].flat());
      filled = true;
    } catch (problem) {
      panel.replaceChildren(problem.status === 401 ? asking(problem, fill) : el("p", { class: "quiet", role: "alert" }, problem.message));
    }
    panel.removeAttribute("aria-busy");
  };
  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden && !filled) {
      fill();
    }
  });
  return { button, panel };
}

/** A button that puts the whole of something in the place of a paragraph's extract, and the extract back again. */
export function unfolding(label, title, paragraph, whole) {
  const extract = [...paragraph.childNodes];
  const clamped = paragraph.classList.contains("clamped");
  paragraph.id = `panel-${(opened += 1)}`;
  const flip = ({ currentTarget: button }) => {
    const open = button.getAttribute("aria-expanded") === "false";
    button.setAttribute("aria-expanded", String(open));
    paragraph.replaceChildren(...(open ? whole() : extract));
    paragraph.classList.toggle("whole", open);
    paragraph.classList.toggle("clamped", clamped && !open);
  };
  return el(
    "button",
    { type: "button", class: "quiet-button", "aria-expanded": "false", "aria-controls": paragraph.id, "aria-label": `${label}: ${title}`, onclick: flip },
    label,
  );
}

const article = (id, what) => `/v1/articles/${encodeURIComponent(id)}/${what}`;

/** Articles near to one, each with the reason. */
export async function related(id) {
  const answer = await ask(article(id, "related"));
  if (answer.related.length === 0) {
    return el("p", { class: "quiet" }, "No related articles.");
  }
  return el("ul", { class: "related" }, answer.related.map(near));
}

const near = ({ article: other, reason }) =>
  el(
    "li",
    {},
    outward(other.url, { class: "near", dir: "auto" }, other.title),
    el("p", { class: "quiet" }, el("bdi", {}, reason), " ", joined(facts(other), " · ")),
  );

const facts = (other) => [
  ...(other.source ? [el("bdi", {}, other.source)] : []),
  ...(other.published ? [el("time", { datetime: other.published }, date(other.published))] : []),
];

const ORDERS = { "": "newest first", published: "oldest first", rank: "by roundup rank" };

/** Why an article is where it is: a sentence for each thing that counts, with its share as a bar. */
export async function why(id, state) {
  const query = parameters(state);
  const answer = await ask(article(id, "explain"), query);
  const [place, ...sentences] = answer.sentences;
  const most = Math.max(...answer.contributions.map((some) => some.score), Number.MIN_VALUE);
  const shares = sentences.map((sentence, i) => share(sentence, answer.contributions[i], most));
  const scored = answer.contributions.some((some) => some.score > 0);
  return [
    el("p", {}, scored || !answer.matches ? el("bdi", {}, place) : `This search has only filters, so all articles match equally well. They are sorted ${ORDERS[state.sort] ?? ORDERS[""]}.`),
    shares.length > 0 ? el("ul", { class: "shares" }, shares) : null,
    scored && (LISTS.some((name) => state[name].length > 0) || state.sort !== "")
      ? el("p", { class: "quiet" }, "The score shows how well the article matches; filters and sort order do not change it.")
      : null,
  ].filter(Boolean);
}

/** Absences have no contribution, and what only has to hold has no score: both have no bar. */
function share(sentence, some, most) {
  const score = some?.score ?? 0;
  const bar =
    score > 0 &&
    svg("svg", { class: "share", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { class: "rail", width: 100, height: 4 }),
      svg("rect", { width: ((100 * score) / most).toFixed(2), height: 4 }));
  return el("li", {}, bar, el("bdi", {}, sentence));
}
