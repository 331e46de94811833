// Dates, and counts of them as the bars of a histogram: months while they fit, then quarters, years, decades.

import { date, number, some } from "./words.js";

const SPANS = [1, 3, 12, 60, 120, 600, 1200, 12_000];

const index = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const named = (index) => `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;

/**
 * Bars without gaps, each with its range; no more than the most. A range of dates is shown with the whole of its years,
 * an open end of it goes as far as there are articles. Those without a month count in bars of whole years; all shorter
 * ones have them as loose, since a search for any month of their year finds them.
 */
export function bars(facets, most, after = "", before = "") {
  const months = (facets.month ?? []).map(({ value, count }) => ({ at: index(value), count }));
  const loose = monthless(facets);
  const known = [...months.map(({ at }) => at), ...[...loose.keys()].flatMap((year) => [index(`${year}-01`), index(`${year}-12`)])];
  if (known.length === 0) {
    return { span: 1, bars: [] };
  }
  const [first, last] = ends(known, after, before);
  const span = SPANS.find((size) => Math.floor(last / size) - Math.floor(first / size) < most) ?? SPANS.at(-1);
  const start = Math.floor(first / span);
  const counts = new Array(Math.floor(last / span) - start + 1).fill(0);
  const years = span % 12 === 0;
  [...months, ...(years ? [...loose].map(([year, count]) => ({ at: index(`${year}-01`), count })) : [])]
    .filter(({ at }) => at >= first && at <= last)
    .forEach(({ at, count }) => (counts[Math.floor(at / span) - start] += count));
  const bar = (count, i) => {
    const covered = range((start + i) * span, span);
    return { count, loose: years ? 0 : (loose.get(covered.from.slice(0, 4)) ?? 0), ...covered };
  };
  return { span, bars: counts.map(bar) };
}

/** How many articles of each year are dated by it alone; years without any are left out. */
export function monthless({ year = [], month = [] }) {
  const loose = new Map(year.map(({ value, count }) => [value, count]));
  month.forEach(({ value, count }) => loose.set(value.slice(0, 4), (loose.get(value.slice(0, 4)) ?? 0) - count));
  return new Map([...loose].filter(([, count]) => count > 0));
}

/** What a bar says: what a search for its range finds. */
export const told = ({ label, count, loose, from }) =>
  `${label}: ${some(count, "article")}${loose > 0 ? `, and ${number(loose)} of ${from.slice(0, 4)} without a month` : ""}`;

function ends(known, after, before) {
  const whole = roomy(Math.min(...known), Math.max(...known));
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

/** Whether a text is a year, a month or a day that there is. */
export function isDate(text) {
  const day = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? `${text}-01-01`.slice(0, 10) : "";
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

/** Whether a range of two dates holds no day, though each of them is one. */
export const reversed = (after, before) =>
  isDate(after) && isDate(before) && `${after}-01-01`.slice(0, 10) > `${before}${before.length === 4 ? "-12" : ""}-31`.slice(0, 10);

const since = (text) => (text.length === 4 ? `${text}-01` : text.slice(0, 7));
const upTo = (text) => (text.length === 4 ? `${text}-12` : text.slice(0, 7));
