// One article that was found.

import { el, joined, marked, outward, remarked } from "./dom.js";
import { disclosure, related, unfolding, why } from "./panels.js";
import { address, toggled } from "./state.js";
import { date } from "./words.js";

/** So many words are said that a hit does not have. */
const SAID = 8;

/** @param fresh whether it is new to the reader */
export function hit(found, state, fresh) {
  const { article, highlights } = found;
  const title = highlights?.title?.[0];
  const passage = passages(article, highlights?.summary ?? []);
  return el(
    "li",
    { class: "hit" },
    el(
      "article",
      {},
      el("h2", { dir: "auto" }, outward(article.url, { class: "title" }, title === undefined ? article.title : marked(title))),
      meta(article, state, fresh),
      passage,
      lacking(found.words?.lacks ?? []),
      tags(article.tags ?? [], state),
      more(found, passage, state),
    ),
  );
}

/** Who wrote it where and when; source and authors narrow the search. */
function meta(article, state, fresh) {
  const facts = [
    fresh && el("span", { class: "new", title: "Added or changed since your last visit" }, "New"),
    article.source && narrowing(state, "source", article.source),
    article.published && el("time", { datetime: article.published }, date(article.published)),
    ...(article.authors ?? []).map((author) => narrowing(state, "author", author)),
    article.type && article.type !== "article" && el("bdi", { class: "type" }, article.type),
    article.rank !== undefined && el("span", {}, `no. ${article.rank} in its roundup`),
  ].filter(Boolean);
  return facts.length === 0 ? null : el("p", { class: "meta" }, joined(facts, " · "));
}

const narrowing = (state, name, value) =>
  el("a", { href: address(toggled({ ...state, [name]: [] }, name, value)), title: `Only ${name} ${value}` }, el("bdi", {}, value));

/** The passages that match, or the summary as it begins. */
const passages = (article, snippets) =>
  snippets.length > 0
    ? el("p", { class: "passage", dir: "auto" }, joined(snippets.map((snippet) => marked(snippet)), " "))
    : article.summary
      ? el("p", { class: "passage clamped", dir: "auto" }, article.summary)
      : null;

/** Which words of the query it does not have; where most are said, the rest are counted. */
const lacking = (words) =>
  words.length === 0
    ? null
    : el("p", { class: "quiet lacking" }, "Missing: ", joined(words.slice(0, SAID).map((word) => el("del", {}, el("bdi", {}, word))), ", "),
        words.length > SAID ? ` and ${words.length - SAID} more` : null);

const tags = (names, state) =>
  names.length === 0
    ? null
    : el("ul", { class: "tags", "aria-label": "Tags" },
        names.map((name) => el("li", {}, el("a", { href: address(toggled({ ...state, tag: [] }, "tag", name)) }, el("bdi", {}, name)))));

function more({ id, article }, passage, state) {
  const whole = () => remarked(article.summary, passage.querySelectorAll("mark"));
  // An extract may be the whole already.
  const unfold = passage !== null && (passage.classList.contains("clamped") || passage.textContent !== article.summary)
    && unfolding("Full summary", article.title, passage, whole);
  const parts = [
    disclosure("Related", article.title, () => related(id)),
    state.q.trim() !== "" && disclosure("Why this result?", article.title, () => why(id, state)),
  ].filter(Boolean);
  return [el("p", { class: "more" }, unfold, parts.map(({ button }) => button)), parts.map(({ panel }) => panel)];
}
