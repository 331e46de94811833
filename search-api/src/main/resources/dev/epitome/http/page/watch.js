// How the index is fed: the feeds and folders that are watched for it.

import { el } from "./dom.js";
import { age, number, some } from "./words.js";

/** More than that nobody reads here. */
const MOST = 200;
/** Whoever watches looks oftener. */
const IDLE_MILLIS = 48 * 3_600_000;

/** A line that opens a list of what is watched, what fails before the rest; null where nothing is. */
export function watching({ feeds, folders }) {
  const kinds = [feeds.length > 0 && some(feeds.length, "feed"), folders.length > 0 && some(folders.length, "folder")].filter(Boolean);
  if (kinds.length === 0) {
    return null;
  }
  const rows = [...feeds.map((feed) => [feed, ofFeed(feed)]), ...folders.map((folder) => [folder, ofFolder(folder)])];
  const failing = rows.filter(([{ fails }]) => fails);
  const shown = [...failing, ...rows.filter(([{ fails }]) => !fails)].slice(0, MOST);
  const last = [...feeds.map(({ tried }) => tried ?? ""), ...folders.map(({ looked }) => looked)].sort().at(-1);
  const idle = last !== "" && Date.now() - Date.parse(last) > IDLE_MILLIS;
  return el(
    "details",
    { class: "watch" },
    el("summary", {}, `${idle ? "Watched" : "Watching"} ${kinds.join(" and ")}`, idle && `, last ${age(last)} ago`, failing.length > 0 && `; ${number(failing.length)} ${failing.length === 1 ? "fails" : "fail"}`),
    el("ul", {}, shown.map(([{ name }, said]) => el("li", {}, el("bdi", {}, name), said)),
      rows.length > MOST && el("li", {}, `and ${number(rows.length - MOST)} more`)),
  );
}

const ofFeed = ({ read, tried, next, gone, failures, articles, problem }) => [
  line(read ? ["Read ", ago(read)] : "Never read", brought(articles), "; ", gone ? "not asked for again" : again(next)),
  problem !== "" && wrong(tried && ["Failed ", ago(tried), ": "], el("bdi", {}, problem), failures > 1 && `, ${number(failures)} times in a row`),
];

const ofFolder = ({ looked, files, articles, problem, problems }) => [
  line("Looked through ", ago(looked), `, ${some(files, "file")}`, brought(articles)),
  problem !== "" && wrong(el("bdi", {}, problem), "; it is tried again"),
  problems.map((file) => wrong(el("bdi", {}, file.name), ": ", el("bdi", {}, file.problem), file.fails && "; it is tried again")),
];

const line = (...said) => el("p", {}, said);

const wrong = (...said) => el("p", { class: "wrong" }, said);

const brought = (articles) => `, ${some(articles, "article")} new or changed so far`;

const ago = (at) => el("time", { datetime: at, title: new Date(at).toUTCString() }, `${age(at)} ago`);

function again(next) {
  const now = Date.now();
  const left = Date.parse(next) - now;
  return left > 0 ? `asked for again in ${age(new Date(now - left).toISOString())}` : ["was due ", ago(next)];
}
