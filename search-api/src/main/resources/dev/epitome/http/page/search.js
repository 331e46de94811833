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
/** Whether the entry of the history is worth going back to; while typing goes on, it is only replaced. */
let settled = true;
let waiting = 0;

const box = new Box(at("search"), {
  typed: (text) => typed(text),
  search: (text) => go({ ...state, q: text, fuzzy: text === state.q ? state.fuzzy : "" }),
});
const results = new Results({ total: at("total"), reading: at("reading"), results: at("results") }, more);
const facets = new Facets(at("facets"), go);
const dates = new Dates(at("dates"), (after, before) => go(dated(state, after, before)));

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

async function search(next, note) {
  state = next;
  clearTimeout(waiting);
  keepingFocus(at("results"), describe);
  results.loading();
  const query = parameters(state);
  const typing = !settled;
  await answered(
    (signal) => (typing ? tolerant(query, signal) : counted(query, signal)),
    (answer) => {
      results.show(answer, state, note ?? answer.note);
      facets.show(answer.facets ?? {}, state);
      dates.show(answer.facets ?? {}, state);
      at("took").textContent = `Answered in ${answer.tookMs < 1 ? "less than 1" : answer.tookMs} ms.`;
    },
  );
}

/** Where nothing has the word that is being typed, what begins with it is shown meanwhile. */
async function tolerant(query, signal) {
  const answer = await counted(query, signal);
  const begun = answer.hits.length === 0 && BEGUN.exec(query.get("q") ?? "");
  if (!begun) {
    return answer;
  }
  const wider = new URLSearchParams(query);
  wider.set("q", `${query.get("q")}*`);
  const more = await counted(wider, signal);
  return more.hits.length === 0 ? answer : { ...more, note: `Nothing has “${begun[1]}” yet: here is what begins with it.` };
}

/** The answer with counts, and what was asked for it: pages that follow ask the same. */
async function counted(asked, signal) {
  const query = new URLSearchParams(asked);
  query.set("facets", FACETS);
  return { ...(await ask(SEARCH, query, signal)), asked };
}

async function more({ next, asked }) {
  results.loading();
  const query = new URLSearchParams(asked);
  query.set("cursor", next);
  await answered((signal) => ask(SEARCH, query, signal), (answer) => results.append({ ...answer, asked }, state));
}

/** Shows the answer unless it is overtaken, or what went wrong. */
async function answered(question, use) {
  try {
    const answer = await latest.run(question);
    if (answer !== undefined) {
      keepingFocus(at("results"), () => use(answer));
    }
  } catch (problem) {
    if (problem.status === 410) {
      await search(state, REBUILT);
    } else {
      failed(problem);
    }
  }
}

function failed(problem) {
  results.fail(problem, again);
  at("took").textContent = "";
  if (problem.retryAfter > 0) {
    waiting = setTimeout(again, problem.retryAfter * 1000);
  }
}

const again = () => search(state);

/** What does not wait for an answer. */
function describe() {
  document.title = title(state);
  at("sort").value = state.sort;
  const query = parameters(state).toString();
  const feed = query === "" ? FEED : `${FEED}?${query}`;
  at("feed").href = feed;
  document.querySelector("link[rel=alternate]").href = feed;
  at("chips").replaceChildren(...chips(state));
  at("filter-count").textContent = filters(state) > 0 ? `(${filters(state)})` : "";
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
at("sort").addEventListener("change", (event) => go({ ...state, sort: event.target.value }));
addEventListener("popstate", () => {
  const next = parse(location.search);
  settled = true;
  // A jump within the page is told here too.
  if (!equal(next, state)) {
    show(next);
  }
});
addEventListener("online", again);
const unfold = () => (at("filters").open = wide.matches);
wide.addEventListener("change", unfold);
unfold();
show(state);
if (state.q === "" && wide.matches) {
  at("q").focus();
}
