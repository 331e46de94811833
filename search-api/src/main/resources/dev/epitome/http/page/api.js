// Asks the service.

import { forget, key } from "./keys.js";

/** What went wrong, in words for people. */
export class Problem extends Error {
  constructor(status, code, detail, retryAfter = 0, param = "") {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    /** The parameter at fault; empty where none is. */
    this.param = param;
  }
}

const UNREACHABLE = "The service cannot be reached. It may be restarting, or this device may be offline.";

/**
 * The JSON at a path.
 * @throws Problem for every other answer, and for none; what AbortSignal throws where it was aborted
 */
export async function ask(path, query, signal) {
  const parameters = query?.toString() ?? "";
  const sent = key();
  const answer = await reach(parameters === "" ? path : `${path}?${parameters}`, signal, sent);
  const json = await body(answer, signal);
  if (answer.ok && json !== null) {
    return json;
  }
  if (answer.status === 401) {
    forget(sent);
  }
  const retryAfter = Number(answer.headers.get("Retry-After")) || 0;
  const problem = new Problem(answer.status, json?.code ?? "", json?.detail ?? UNREACHABLE, retryAfter, json?.param ?? "");
  throw Object.assign(problem, { path, wrong: sent !== "" });
}

async function reach(address, signal, sent) {
  const headers = { Accept: "application/json, application/problem+json", ...(sent !== "" && { Authorization: `Bearer ${sent}` }) };
  try {
    return await fetch(address, { signal, headers });
  } catch (failure) {
    signal?.throwIfAborted();
    throw new Problem(0, "unreachable", UNREACHABLE);
  }
}

async function body(answer, signal) {
  try {
    return await answer.json();
  } catch (failure) {
    signal?.throwIfAborted();
    return null;
  }
}

/** Only the answer to the latest question counts: a new one aborts the one before. */
export class Latest {
  #running = null;

  /** What the task resolves to; undefined once it is overtaken, whatever becomes of it. */
  async run(task) {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    try {
      const answer = await task(running.signal);
      return running.signal.aborted ? undefined : answer;
    } catch (failure) {
      if (running.signal.aborted) {
        return undefined;
      }
      throw failure;
    }
  }

  cancel() {
    this.#running?.abort();
    this.#running = null;
  }
}
