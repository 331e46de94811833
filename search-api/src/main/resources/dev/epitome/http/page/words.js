// Figures and dates as people read them.

const NUMBER = new Intl.NumberFormat("en");
const DATES = {
  4: { year: "numeric" },
  7: { year: "numeric", month: "short" },
  10: { year: "numeric", month: "short", day: "numeric" },
};

export const number = (value) => NUMBER.format(value);

export const some = (value, noun) => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;

/** A total of hits; one that was not counted to its end says so. */
export const total = ({ value, relation }) =>
  relation === "gte" ? `${number(value)}+ articles` : some(value, "article");

/** A year, a month or a day, no more precise than it is known. */
export function date(text) {
  const format = DATES[text.length];
  const day = new Date(`${text}${"-01-01".slice(0, Math.max(0, 10 - text.length))}T00:00:00Z`);
  return format && !Number.isNaN(day.getTime())
    ? new Intl.DateTimeFormat("en-GB", { ...format, timeZone: "UTC" }).format(day)
    : text;
}

export function bytes(value) {
  const units = ["bytes", "KB", "MB", "GB", "TB"];
  const power = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1000 ** power;
  return `${scaled < 10 && power > 0 ? scaled.toFixed(1) : Math.round(scaled)} ${units[power]}`;
}

export function age(seconds) {
  const steps = [
    [86_400, "day"],
    [3_600, "hour"],
    [60, "minute"],
  ];
  const [size, noun] = steps.find(([least]) => seconds >= least) ?? [1, "second"];
  return some(Math.floor(seconds / size), noun);
}
