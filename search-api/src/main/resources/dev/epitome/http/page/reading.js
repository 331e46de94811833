// How a query was read: shown back, so that nobody wonders what was searched.

import { el, joined } from "./dom.js";
import { address } from "./state.js";
import { some } from "./words.js";

/**
 * Lines about the reading of a query; none where it was read as it stands.
 * @param early whether it is still being typed: what is wrong with half a text is not worth a word
 */
export function reading(answer, state, early = false) {
  const { aliases, corrected, fallbacks, not, filters } = answer.interpreted;
  const lines = [
    !early && corrected.length > 0 && line("Corrected", corrections(corrected), " · ", asTyped(state)),
    ...(early ? [] : fallbacks).map((fallback) => line("No article has", readOtherwise(fallback))),
    !early && corrected.length === 0 && fallbacks.length > 0 && line("Or", asTyped(state)),
    aliases.length > 0 && line("Also searched", joined(aliases.flatMap(names), ", ")),
    not.length > 0 && line("Excluded", joined(not.map(word), ", ")),
    filters.length > 0 && line("Only", joined(filters.map(word), ", ")),
    !early && answer.didYouMean !== null && didYouMean(answer.didYouMean, state),
    !early && answer.relaxed && relaxed(state, answer.allWords),
    ...(early ? [] : answer.warnings).map((text) => line("Note", el("bdi", {}, text))),
  ].filter(Boolean);
  return lines.length === 0 ? [] : [el("ul", { class: "reading", "aria-label": "How the query was read" }, lines)];
}

export function didYouMean({ query, hits }, state) {
  const link = el("a", { href: address({ ...state, q: query }), dir: "auto" }, query);
  return line("Did you mean", link, el("span", { class: "quiet" }, ` ${some(hits, "article")}`));
}

const line = (label, ...said) => el("li", {}, el("span", { class: "label" }, label), " ", el("span", {}, said));

const word = (text) => el("bdi", { class: "word" }, text);

const names = (alias) =>
  alias.also.map((also) =>
    el("span", { title: `alias of ${alias.word}${alias.learned ? ", defined in the articles" : ""}` }, word(also)),
  );

const corrections = (corrected) =>
  joined(
    corrected.map(({ word: typed, to }) => el("span", {}, el("del", {}, el("bdi", {}, typed)), " → ", word(to))),
    ", ",
  );

const readOtherwise = ({ word: typed, to, reading: how }) => [word(typed), ", which was read as ", word(to), `, ${how}`];

const asTyped = (state) => el("a", { href: address({ ...state, fuzzy: "off" }) }, "search as typed");

/** @param all how many articles have all words; only where there are some, or nobody says, they can be had alone */
const relaxed = (state, all) =>
  all === 0
    ? line("Relaxed", "no article has all words; these have some of them")
    : line(
        "Relaxed",
        "articles with only some of the words follow those with all · ",
        el("a", { href: address({ ...state, match: "all" }) }, "only those with all words"),
      );
