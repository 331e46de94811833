// Plots of counts that are tables too.

import { el, svg } from "./dom.js";
import { bars, monthless, spanName, told } from "./months.js";
import { number, some } from "./words.js";

const HEIGHT = 120;
const MOST_BARS = 240;

/** A table with a bar in each row. Rows are { name, count, href }; those beyond the first come on request. */
export function ranking(caption, noun, rows, first) {
  const most = Math.max(...rows.map(({ count }) => count), 1);
  const body = el("tbody", {}, rows.slice(0, first).map((row) => ranked(row, most)));
  const table = el(
    "table",
    { class: "ranking" },
    el("caption", {}, caption),
    el("thead", { class: "unseen" }, el("tr", {}, el("th", { scope: "col" }, noun), el("th", { scope: "col" }, "Articles"))),
    body,
  );
  const rest = rows.length - first;
  const button = rest > 0 && el("button", { type: "button", class: "quiet-button" }, `${number(rest)} more`);
  button && button.addEventListener("click", () => {
    body.append(...rows.slice(first).map((row) => ranked(row, most)));
    body.children[first].querySelector("a")?.focus();
    button.remove();
  });
  return el("section", { class: "plot" }, table, button);
}

const ranked = ({ name, count, href }, most) =>
  el(
    "tr",
    {},
    el("th", { scope: "row" }, el("a", { href }, el("bdi", {}, name))),
    el("td", {}, bar(count / most), el("span", { class: "count" }, number(count))),
  );

const bar = (share) =>
  svg("svg", { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { width: Math.max(0.5, share * 100).toFixed(2), height: 8 }));

/** Articles over time, and the same as a table. Those that no bar counts are said. */
export function timeline({ articles, facets }) {
  const { span, bars: columns } = bars(facets, MOST_BARS);
  if (columns.length === 0) {
    return el("section", { class: "plot wide" }, el("h2", {}, "Articles per month"), el("p", { class: "quiet" }, "No articles have a date."));
  }
  const most = Math.max(...columns.map(({ count }) => count));
  const peak = columns.find(({ count }) => count === most);
  const name = `Articles per ${spanName(span)}`;
  const summary = `${columns[0].begins} to ${columns.at(-1).ends}; most in ${peak.label}, ${some(most, "article")}.`;
  return el(
    "section",
    { class: "plot wide" },
    el("h2", {}, name),
    el("p", { class: "quiet" }, summary, leftOut(articles, facets, columns)),
    svg(
      "svg",
      { class: "timeline", viewBox: `0 0 ${columns.length * 10} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": `${name}: ${summary}` },
      columns.map((column, i) => upright(column, i, most)),
    ),
    el("p", { class: "axis", "aria-hidden": "true" }, el("span", {}, columns[0].begins), el("span", {}, columns.at(-1).ends)),
    el("details", {}, el("summary", {}, "As a table"), asTable(name, columns.filter(({ count }) => count > 0))),
  );
}

/** Why the bars do not add up to all articles. */
function leftOut(articles, facets, columns) {
  const dated = (facets.year ?? []).reduce((sum, { count }) => sum + count, 0);
  const bare = columns.some(({ loose }) => loose > 0) ? [...monthless(facets).values()].reduce((sum, count) => sum + count, 0) : 0;
  const kinds = [bare > 0 && `${number(bare)} dated only by year`, articles > dated && `${number(articles - dated)} without a date`];
  const said = kinds.filter(Boolean).join(" and ");
  return said === "" ? null : ` Not counted here: ${said}.`;
}

function upright(column, i, most) {
  const { count } = column;
  const height = count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT);
  return svg("g", {}, svg("title", {}, told(column)),
    svg("rect", { class: "reach", x: i * 10, y: 0, width: 10, height: HEIGHT }),
    svg("rect", { x: i * 10 + 1, y: HEIGHT - height, width: 8, height }));
}

const asTable = (caption, columns) =>
  el(
    "table",
    { class: "plain" },
    el("caption", { class: "unseen" }, caption),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "When"), el("th", { scope: "col" }, "Articles"))),
    el("tbody", {}, columns.map((column) =>
      el("tr", {}, el("th", { scope: "row" }, el("a", { href: `/?${new URLSearchParams({ publishedAfter: column.from, publishedBefore: column.to })}`, title: told(column) }, column.label)),
        el("td", {}, number(column.count))))),
  );
