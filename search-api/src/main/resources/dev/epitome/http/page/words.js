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

/** A size in the units that the command line has: whole KiB, and tenths of what is more. */
export function bytes(value) {
  if (value < 1024 ** 2) {
    return `${number(Math.ceil(value / 1024))} KiB`;
  }
  return value < 1024 ** 3 ? `${(value / 1024 ** 2).toFixed(1)} MiB` : `${(value / 1024 ** 3).toFixed(1)} GiB`;
}

/** How long ago a moment was by the clock of this device, short enough for a narrow tile. */
export function age(moment) {
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / 1000));
  if (seconds >= 86_400) {
    return some(Math.floor(seconds / 86_400), "day");
  }
  const [size, unit] = [[3600, "h"], [60, "min"]].find(([least]) => seconds >= least) ?? [1, "s"];
  return `${Math.floor(seconds / size)} ${unit}`;
}
