// The search page: the address says what is searched, and everything follows the address.

import { Latest } from "./api.js";
import { Box } from "./box.js";
import { Dates } from "./dates.js";
import { keepingFocus, refillInPlace } from "./dom.js";
import { Facets, chips, uncounted } from "./facets.js";
import { folding } from "./folding.js";
import { key } from "./keys.js";
import { Place } from "./place.js";
import { Pause, released } from "./press.js";
import { first, further, tolerant } from "./questions.js";
import { Results, title } from "./results.js";
import { address, carried, dated, equal, filters, parameters, parse } from "./state.js";

const FEED = "/v1/search.atom";
const REBUILT = "The index was rebuilt. These are new results.";
/** After that long without a key a text is no longer being typed. */
const REST_MILLIS = 700;

const at = (id) => document.getElementById(id);
const latest = new Latest();
const wide = matchMedia("(min-width: 60rem)");
let state = parse(location.search);
/** What the hits on the page answer: the state, but for a word that is still being typed. */
let asked = state;
/** Whether the entry of the history is worth going back to; while typing goes on, it is only replaced. */
let settled = true;
let waiting = 0;
/** Passes when somebody has stopped to type; until then not all is said of an answer. */
const resting = new Pause();
let typing = false;
/** Says the rest of what was answered; null where all is said. */
let unsaid = null;
/** The counts of the last answer. */
let counts = {};
/** What the filters that are set were drawn for. */
let drawn = state;
/** Whether a key is needed to read. */
let closed = false;
/** Asks once more for what failed last; null where nothing did. */
let retry = null;

const tell = folding(at("filters"), at("done"), at("results"));
const box = new Box(at("search"), {
  typed: (text) => noted(text) && search(state),
  search: (text) => searched(text.trim()),
  narrowed: () => filters(asked) > 0,
});
const results = new Results({ total: at("total"), news: at("news"), reading: at("reading"), results: at("results") }, more);
const facets = new Facets(at("facets"), change);
const dates = new Dates(at("dates"), (after, before) => change((now) => dated(now, after, before)));
const place = new Place(() => results.shown);

/** Changes what is asked at that moment; what was typed just before counts. */
function change(made) {
  if (box.flush()) {
    noted(box.text);
  }
  go(made(asked));
}

/** What was typed on the way to a text is not worth going back to. */
function searched(text) {
  if (typing) {
    settled = false;
    noted(text);
  }
  go({ ...state, q: text, fuzzy: text === state.q ? state.fuzzy : "" });
}

function go(next) {
  place.keep();
  if (!equal(next, state)) {
    history.pushState(null, "", address(next));
  }
  place.forget();
  settled = true;
  show(next);
}

/** Takes a text over that is being typed; false where it asks for nothing else. */
function noted(text) {
  const next = { ...state, q: text.trim(), fuzzy: "" };
  if (next.q === state.q) {
    return false;
  }
  // Whoever rested and clears the box has done with a search, and may want it back.
  if (settled || (next.q === "" && !typing)) {
    place.keep();
    history.pushState(null, "", address(next));
  } else {
    history.replaceState(null, "", address(next));
  }
  place.forget();
  settled = false;
  typing = true;
  resting.begin(REST_MILLIS, rested);
  state = next;
  asked = next;
  return true;
}

function rested() {
  typing = false;
  keepingFocus(at("results"), () => unsaid?.());
  unsaid = null;
}

/** Also sets what a person would otherwise set by hand. */
function show(next) {
  resting.end();
  typing = false;
  box.text = next.q;
  return search(next);
}

/** @param begun whether the last word may be half typed */
async function search(next, { note, begun = !settled } = {}) {
  state = next;
  asked = next;
  unsaid = null;
  forget();
  described(next);
  results.loading();
  try {
    await answered(
      (signal) => (begun ? tolerant(next, signal) : first(next, signal, place.hits)),
      (answer) => found(note ? { ...answer, note } : answer),
    );
  } catch (problem) {
    closed ||= problem.status === 401;
    results.fail(problem, again);
    linked();
    at("took").textContent = "";
    keepingFocus(at("results"), () => facets.show(uncounted(counts), asked, false));
    later(problem, again);
  }
}

function found(answer) {
  asked = answer.asked;
  if (typing && answer.yet && results.wait(answer.yet)) {
    unsaid = () => told(answer);
    narrowed(false);
  } else {
    unsaid = typing ? () => results.explain(answer) : null;
    told(answer, typing && !answer.yet);
  }
}

function told(answer, early) {
  results.show(answer, early);
  counts = answer.facets ?? {};
  narrowed(true);
  tell(answer.total);
  place.reach();
  at("took").textContent = `Answered in ${answer.tookMs < 1 ? "less than 1" : answer.tookMs} ms.`;
}

async function more(page) {
  if (page.asked !== asked) {
    return; // Other hits are on their way.
  }
  forget();
  results.loading();
  try {
    await answered((signal) => further(page, signal), (answer) => {
      results.append(answer);
      place.keep();
    });
  } catch (problem) {
    if (problem.status === 410) {
      await search(state, { note: REBUILT, begun: asked !== state });
    } else {
      keepingFocus(at("results"), () => results.failMore(problem));
      later(problem, () => more(page));
    }
  }
}

/** Shows the answer unless it is overtaken. */
async function answered(question, use) {
  const answer = await latest.run(async (signal) => {
    const given = await question(signal);
    await released();
    return given;
  });
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

/** Shows what does not wait for an answer, but not under a pointer that is down: it would lose its click. */
async function described(next) {
  await released();
  if (state === next) {
    keepingFocus(at("results"), () => narrowed(false));
    tell(null);
  }
}

/**
 * What leads on from the hits.
 * @param counted whether the counts are those of what is asked
 */
function narrowed(counted) {
  drawn = asked;
  document.title = title(state);
  at("sort").value = state.sort;
  facets.show(counts, asked, counted);
  dates.show(counts, asked);
  linked();
  refillInPlace(at("chips"), chips(asked));
  at("filter-count").textContent = filters(asked) > 0 ? `(${filters(asked)})` : "";
}

/** The same search as a feed, unless that needs a key: a link sends none. */
function linked() {
  closed ||= key() !== "";
  const query = parameters(asked).toString();
  const feed = query === "" ? FEED : `${FEED}?${query}`;
  at("feed").href = feed;
  at("alternate").href = feed;
  at("feed").hidden = closed;
  at("alternate").rel = closed ? "" : "alternate";
}

/** A link to another state is followed without loading the page anew. */
function followed(event) {
  const link = event.target.closest("a[href]");
  if (link === null) {
    return;
  }
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (plain && !event.defaultPrevented && link.origin === location.origin && link.pathname === "/" && link.hash === "") {
    event.preventDefault();
    const drawn = drawnFor(link);
    change((now) => (drawn === null ? parse(link.search) : carried(parse(link.search), drawn, now)));
    scrollTo({ top: 0 });
  } else {
    place.keep();
  }
}

/** The state that a link changes; null where it leads to another whatever there is. */
function drawnFor(link) {
  if (link.closest("#chips")) {
    return drawn;
  }
  return link.closest("main") && link.search !== "" ? (results.asked ?? asked) : null;
}

document.addEventListener("click", followed);
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
  }
});
// What is pressed next still belongs to the text before it.
at("q").addEventListener("change", () => released().then(() => (settled = true)));
at("sort").addEventListener("change", ({ target: { value: sort } }) => change((now) => ({ ...now, sort })));
addEventListener("popstate", () => {
  const next = parse(location.search);
  settled = true;
  place.seek();
  // A jump within the page is told here too.
  if (equal(next, state)) {
    place.reach();
  } else {
    show(next);
  }
});
addEventListener("online", () => retry?.());
const unfold = () => (at("filters").open = wide.matches);
wide.addEventListener("change", unfold);
unfold();
show(state);
if (state.q === "" && wide.matches) {
  at("q").focus({ preventScroll: true });
}
