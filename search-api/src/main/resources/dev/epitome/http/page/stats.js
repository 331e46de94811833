// The page of what the index holds.

import { ask } from "./api.js";
import { el } from "./dom.js";
import { failure } from "./notices.js";
import { ranking, timeline } from "./plots.js";
import { address, parse, toggled } from "./state.js";
import { watching } from "./watch.js";
import { age, bytes, number } from "./words.js";

const FIRST = 12;
const RANKINGS = [
  ["source", "Publications", "Publication"],
  ["tag", "Tags", "Tag"],
  ["type", "Types", "Type"],
  ["author", "Authors", "Author"],
];

const said = document.getElementById("said");
const plots = document.getElementById("plots");

async function show() {
  try {
    const [stats, watched] = await Promise.all([ask("/v1/stats"), ask("/v1/watch").catch(untold)]);
    said.textContent = `Index built ${utc(stats.createdAt)}${stats.changedAt === stats.createdAt ? "" : `, last changed ${utc(stats.changedAt)}`}.`;
    plots.replaceChildren(...[watching(watched)].filter(Boolean), figures(stats), quality(stats.quality), timeline(stats), rankings(stats.facets));
  } catch (problem) {
    said.textContent = "";
    plots.replaceChildren(failure(problem, show));
  }
}

// The rest of the page is worth showing.
const untold = () => ({ feeds: [], folders: [] });

const utc = (moment) => new Date(moment).toUTCString();

const figures = (stats) =>
  list([
    ["Articles", number(stats.articles)],
    ["Age", age(stats.createdAt)],
    stats.changedAt !== stats.createdAt && ["Changed", `${age(stats.changedAt)} ago`],
    ["Size", bytes(stats.bytes), `${number(stats.bytes)} bytes`],
    ["Segments", number(stats.segments)],
    ["Commit", stats.index, "", "long"],
  ].filter(Boolean));

/** A figure is a term with what it is. */
const list = (entries) =>
  el("dl", { class: "figures" }, entries.map(([name, value, note, kind = ""]) =>
    el("div", {}, el("dt", {}, name), el("dd", {}, el("span", { class: `value ${kind}` }, value), note ? el("span", { class: "quiet" }, note) : null))));

const quality = (measured) =>
  el(
    "section",
    { class: "plot wide" },
    el("h2", {}, "Search quality"),
    measured === null
      ? el("p", { class: "quiet" }, "Not measured when this index was built.")
      : [
          el("p", { class: "quiet" }, `Measured on ${number(measured.topics)} judged queries before this index was published; 1 is best.`),
          list([
            ["nDCG@10", measured.ndcg10.toFixed(4), "relevant articles rank first"],
            ["MRR", measured.mrr.toFixed(4), "how early the first relevant article ranks"],
            ["Recall@10", measured.recall10.toFixed(4), "relevant articles in the top ten"],
          ]),
        ],
  );

const rankings = (facets) =>
  el("div", { class: "rankings" }, RANKINGS.filter(([name]) => facets[name]?.length > 0).map(([name, caption, noun]) =>
    ranking(caption, noun, facets[name].map(({ value, count }) => ({ name: value, count, href: address(toggled(parse(""), name, value)) })), FIRST)));

show();
