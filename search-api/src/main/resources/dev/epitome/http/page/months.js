// Counts of months as the bars of a histogram: months while they fit, then quarters, years, decades.

import { date } from "./words.js";

const SPANS = [1, 3, 12, 60, 120, 600, 1200, 12_000];

const index = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const named = (index) => `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;

/**
 * Bars without gaps, each with its range; no more than the most. A range of dates is shown with the whole of its years,
 * an open end of it goes as far as there are articles.
 */
export function bars(counted, most, after = "", before = "") {
  if (counted.length === 0) {
    return { span: 1, bars: [] };
  }
  const months = counted.map(({ value, count }) => ({ at: index(value), count }));
  const [first, last] = ends(months, after, before);
  const span = SPANS.find((size) => Math.floor(last / size) - Math.floor(first / size) < most) ?? SPANS.at(-1);
  const start = Math.floor(first / span);
  const counts = new Array(Math.floor(last / span) - start + 1).fill(0);
  months
    .filter(({ at }) => at >= first && at <= last)
    .forEach(({ at, count }) => (counts[Math.floor(at / span) - start] += count));
  return { span, bars: counts.map((count, i) => ({ count, ...range((start + i) * span, span) })) };
}

function ends(months, after, before) {
  const whole = roomy(Math.min(...months.map(({ at }) => at)), Math.max(...months.map(({ at }) => at)));
  const first = after === "" ? whole[0] : index(`${after.slice(0, 4)}-01`);
  const last = before === "" ? whole[1] : index(`${before.slice(0, 4)}-12`);
  return first <= last ? [first, last] : whole;
}

/** Few months are shown with the rest of their years: a bar or two would say nothing. */
const roomy = (first, last) => (last - first < 12 ? [first - (first % 12), last + 11 - (last % 12)] : [first, last]);

function range(first, span) {
  const months = [named(first), named(first + span - 1)];
  const [from, to] = span % 12 === 0 ? months.map((month) => month.slice(0, 4)) : months;
  const [begins, ends] = [date(from), date(to)];
  return { from, to, begins, ends, label: begins === ends ? begins : `${begins} – ${ends}` };
}

export const spanName = (span) => ({ 1: "month", 3: "quarter", 12: "year" })[span] ?? `${span / 12} years`;

/** Whether a bar lies in a range of dates of any precision; open ends are empty. */
export const within = (bar, after, before) =>
  (after === "" || upTo(bar.to) >= since(after)) &&
  (before === "" || since(bar.from) <= upTo(before));

const since = (text) => (text.length === 4 ? `${text}-01` : text.slice(0, 7));
const upTo = (text) => (text.length === 4 ? `${text}-12` : text.slice(0, 7));
