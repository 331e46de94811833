// The search page: the address says what is searched, and everything follows the address.

import { ask, Latest } from "./api.js";
import { Box } from "./box.js";
import { Dates } from "./dates.js";
import { keepingFocus } from "./dom.js";
import { Facets, chips } from "./facets.js";
import { Results, title } from "./results.js";
import { address, dated, equal, filters, parameters, parse } from "./state.js";

const FACETS = "source,author,tag,type,year,month";
const SEARCH = "/v1/search";
const FEED = "/v1/search.atom";
const REBUILT = "The index was rebuilt in the meantime: this is a fresh search.";
/** A word at the end of a query that has no quotes and no field before it. */
const BEGUN = /^(?:[^"“”]*\s)?([\p{L}\p{N}]{2,})$/u;

const at = (id) => document.getElementById(id);
const latest = new Latest();
const wide = matchMedia("(min-width: 60rem)");
let state = parse(location.search);
/** What the hits on the page answer: the state, but for a word that is still being typed. */
let asked = state;
/** Whether the entry of the history is worth going back to; while typing goes on, it is only replaced. */
let settled = true;
let waiting = 0;
/** Asks once more for what failed last; null where nothing did. */
let retry = null;

const box = new Box(at("search"), {
  typed: (text) => typed(text),
  search: (text) => go({ ...state, q: text, fuzzy: text === state.q ? state.fuzzy : "" }),
});
const results = new Results({ total: at("total"), reading: at("reading"), results: at("results") }, more);
const facets = new Facets(at("facets"), go);
const dates = new Dates(at("dates"), (after, before) => go(dated(asked, after, before)));

function go(next) {
  if (!equal(next, state)) {
    history.pushState(null, "", address(next));
  }
  settled = true;
  show(next);
}

function typed(text) {
  const next = { ...state, q: text, fuzzy: "" };
  if (equal(next, state)) {
    return;
  }
  history[settled ? "pushState" : "replaceState"](null, "", address(next));
  settled = false;
  search(next);
}

/** Also sets what a person would otherwise set by hand. */
function show(next, note) {
  box.text = next.q;
  return search(next, note);
}

async function search(next, note, typing = !settled) {
  state = next;
  asked = next;
  forget();
  keepingFocus(at("results"), describe);
  results.loading();
  try {
    await answered(
      (signal) => (typing ? tolerant(next, signal) : counted(next, signal)),
      (answer) => found(answer, note ?? answer.note),
    );
  } catch (problem) {
    results.fail(problem, again);
    at("took").textContent = "";
    later(problem, again);
  }
}

function found(answer, note) {
  asked = answer.asked;
  results.show(answer, note);
  facets.show(answer.facets ?? {}, asked);
  dates.show(answer.facets ?? {}, asked);
  narrowed();
  at("took").textContent = `Answered in ${answer.tookMs < 1 ? "less than 1" : answer.tookMs} ms.`;
}

/** Where nothing has the word that is being typed, what begins with it is shown meanwhile. */
async function tolerant(next, signal) {
  const answer = await counted(next, signal);
  const begun = answer.hits.length === 0 && BEGUN.exec(next.q);
  if (!begun) {
    return answer;
  }
  const wider = await counted({ ...next, q: `${next.q}*` }, signal);
  return wider.hits.length === 0 ? answer : { ...wider, note: `Nothing has “${begun[1]}” yet: here is what begins with it.` };
}

/** The answer with counts, and what was asked for it: links, reasons and further pages ask the same. */
async function counted(next, signal) {
  const query = parameters(next);
  query.set("facets", FACETS);
  return { ...(await ask(SEARCH, query, signal)), asked: next };
}

async function more(page) {
  if (page.asked !== asked) {
    return; // Other hits are on their way.
  }
  forget();
  results.loading();
  const query = parameters(asked);
  query.set("cursor", page.next);
  try {
    await answered((signal) => ask(SEARCH, query, signal), (answer) => results.append({ ...answer, asked: page.asked }));
  } catch (problem) {
    if (problem.status === 410) {
      await search(state, REBUILT, asked !== state);
    } else {
      keepingFocus(at("results"), () => results.failMore(problem));
      later(problem, () => more(page));
    }
  }
}

/** Shows the answer unless it is overtaken. */
async function answered(question, use) {
  const answer = await latest.run(question);
  if (answer !== undefined) {
    keepingFocus(at("results"), () => use(answer));
  }
}

function later(problem, failed) {
  retry = failed;
  if (problem.retryAfter > 0) {
    waiting = setTimeout(failed, problem.retryAfter * 1000);
  }
}

function forget() {
  clearTimeout(waiting);
  retry = null;
}

const again = () => search(state);

/** What does not wait for an answer. */
function describe() {
  document.title = title(state);
  at("sort").value = state.sort;
  narrowed();
}

/** What leads on from the hits. */
function narrowed() {
  const query = parameters(asked).toString();
  const feed = query === "" ? FEED : `${FEED}?${query}`;
  at("feed").href = feed;
  document.querySelector("link[rel=alternate]").href = feed;
  at("chips").replaceChildren(...chips(asked));
  at("filter-count").textContent = filters(asked) > 0 ? `(${filters(asked)})` : "";
}

/** A link to another state is followed without loading the page anew. */
function followed(event) {
  const link = event.target.closest("a[href]");
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (link && plain && !event.defaultPrevented && link.origin === location.origin && link.pathname === "/" && link.hash === "") {
    event.preventDefault();
    go(parse(link.search));
    scrollTo({ top: 0 });
  }
}

document.addEventListener("click", followed);
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
  }
});
at("q").addEventListener("change", () => (settled = true));
at("sort").addEventListener("change", (event) => go({ ...asked, sort: event.target.value }));
addEventListener("popstate", () => {
  const next = parse(location.search);
  settled = true;
  // A jump within the page is told here too.
  if (!equal(next, state)) {
    show(next);
  }
});
addEventListener("online", () => retry?.());
const unfold = () => (at("filters").open = wide.matches);
wide.addEventListener("change", unfold);
unfold();
show(state);
if (state.q === "" && wide.matches) {
  at("q").focus();
}
