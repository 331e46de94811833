// What the service is asked for a state: the first hits, further ones, and what begins with half a word.

import { ask } from "./api.js";
import { parameters } from "./state.js";

const SEARCH = "/v1/search";
const FACETS = "source,author,tag,type,year,month";
/** All of an article, and when it was read. */
const FIELDS = "title,summary,url,source,authors,type,tags,published,rank,origin";
const MOST_AT_ONCE = 100;
/** How many hits there are where nothing else is asked for. */
export const PAGE = 20;

/** A word of two letters or more at the end of a query, with its field and its inner dots; not within quotes. */
const BEGUN = /^(?:(?:[^"“”]*"[^"“”]*")*[^"“”]*\s)?((?:\p{L}+:)?[\p{L}\p{N}](?:\.?[\p{L}\p{N}])+)$/u;

/**
 * The first hits with counts, and what was asked for them: links, reasons and further pages ask the same.
 * @param wanted how many hits, where that is more than a page
 */
export async function first(state, signal, wanted = 0) {
  const query = parameters(state);
  query.set("facets", FACETS);
  query.set("fields", FIELDS);
  if (wanted > PAGE) {
    query.set("limit", Math.min(wanted, MOST_AT_ONCE));
  }
  let answer = { ...(await ask(SEARCH, query, signal)), asked: state };
  while (answer.next && answer.hits.length < wanted) {
    try {
      const { hits, next } = await further(answer, signal, Math.min(wanted - answer.hits.length, MOST_AT_ONCE));
      answer = { ...answer, hits: [...answer.hits, ...hits], next };
    } catch (problem) {
      // What is there is shown, and the rest can be asked for.
      signal.throwIfAborted();
      break;
    }
  }
  return answer;
}

/** The hits after those of an answer. */
export async function further(answer, signal, limit = PAGE) {
  const query = parameters(answer.asked);
  query.set("cursor", answer.next);
  query.set("fields", FIELDS);
  if (limit !== PAGE) {
    query.set("limit", limit);
  }
  return { ...(await ask(SEARCH, query, signal)), asked: answer.asked };
}

/** How many hits a state has. */
export async function counted(state, signal) {
  const query = parameters(state);
  query.set("limit", 0);
  return (await ask(SEARCH, query, signal)).total;
}

/**
 * The answer while somebody types. Where nothing has the word that is being typed, it is what begins with it, with a
 * note; where nothing does either, the answer says that there is nothing yet.
 */
export async function tolerant(state, signal) {
  const answer = await first(state, signal);
  const none = answer.hits.length === 0;
  const begun = BEGUN.exec(state.q);
  const { corrected, fallbacks } = answer.interpreted;
  // What half a word is corrected to, or read by, is a guess at what was not meant.
  const guessed = [...corrected, ...(begun ? fallbacks : [])].some(({ word }) => state.q.endsWith(word));
  if (!none && !guessed) {
    return answer;
  }
  if (begun) {
    const wider = await first({ ...state, q: `${state.q}*` }, signal);
    if (wider.hits.length > 0) {
      return { ...wider, note: `No results for “${begun[1]}” yet. These have words that start with it.` };
    }
  }
  return state.q !== "" && (none || !begun) ? { ...answer, yet: shortened(state.q) } : answer;
}

/** As it is said within quotation marks. */
function shortened(q) {
  const text = q.replace(/["“”]/g, "").trim() || q;
  return text.length > 60 ? `…${text.slice(-60)}` : text;
}
