/** Numbers and dates as a language writes them; every figure on the page goes through here, in charts and tables alike. */
export interface Format {
  /** 541,909; decimals as far as given. */
  number(value: number, decimals?: number): string;
  /** The same with all its decimals, so that the figures of a column line up: 1.0, 12.9. */
  fixed(value: number, decimals: number): string;
  /** A share of 0.258 as 25.8%; one too small to show as <0.1%. */
  percent(share: number, decimals?: number): string;
  /** An amount in the file's unit: two decimals below a thousand, none from there on. */
  money(value: number): string;
  /** 8.9M, 891万. */
  compact(value: number): string;
  /** 48.1 MB. */
  bytes(value: number): string;
  /** Days since 1970-01-01 as 2011-12-09, in every language. */
  day(day: number): string;
  /** With the month named, where digits could be misread: 4 March 2011, 2011年3月4日. */
  longDay(day: number): string;
  /** The month a day is in: Dec 2011, 2011年12月. */
  month(day: number): string;
  /** 1 as Monday, 周一. */
  weekday(number: number): string;
  /** 1 as January, 1月. */
  monthName(number: number): string;
  /** A, B and C. */
  list(items: readonly string[]): string;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** The calendar day as a moment of universal time, which is how days are counted everywhere. */
export const dateOf = (day: number): Date => new Date(day * MILLISECONDS_PER_DAY);

/** 2011-12-09. */
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** Days since 1970-01-01, or null where the text is not a calendar day. */
export function parseIsoDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return null;
  const day = milliseconds / MILLISECONDS_PER_DAY;
  return isoDay(day) === text ? day : null;
}

export function format(locale: "en" | "zh-CN"): Format {
  const decimals = (low: number, high: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: low, maximumFractionDigits: high });
  const numbers = Array.from({ length: 7 }, (_, high) => decimals(0, high));
  const percents = Array.from(
    { length: 3 },
    (_, digits) =>
      new Intl.NumberFormat(locale, {
        style: "percent",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  const fixed = Array.from({ length: 4 }, (_, digits) => decimals(digits, digits));
  const whole = decimals(0, 0);
  const cents = decimals(2, 2);
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 });
  const months = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" });
  const longDays = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "long", timeZone: "UTC" });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: locale === "en" ? "long" : "short", timeZone: "UTC" });
  const monthNames = new Intl.DateTimeFormat(locale, { month: locale === "en" ? "long" : "short", timeZone: "UTC" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const pick = (of: readonly Intl.NumberFormat[], digits: number) => of[Math.min(digits, of.length - 1)] ?? whole;
  return {
    number: (value, digits = 0) => pick(numbers, digits).format(value),
    fixed: (value, digits) => pick(fixed, digits).format(value),
    percent: (share, digits = 1) => {
      const least = 10 ** -(2 + digits);
      // A share that is there must not read as none.
      return share > 0 && share < least / 2
        ? `<${pick(percents, digits).format(least)}`
        : pick(percents, digits).format(share);
    },
    money: (value) => (Math.abs(value) < 999.995 ? cents : whole).format(value),
    compact: (value) => (Math.abs(value) < 10_000 ? decimals(0, 1) : short).format(value),
    bytes: (value) => {
      const power = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), UNITS.length - 1);
      return `${pick(numbers, power === 0 ? 0 : 1).format(value / 1000 ** power)} ${UNITS[power]}`;
    },
    day: isoDay,
    longDay: (day) => longDays.format(dateOf(day)),
    month: (day) => months.format(dateOf(day)),
    // The fifth of January 1970, four days after the first, was a Monday.
    weekday: (number) => weekdays.format(dateOf(3 + number)),
    monthName: (number) => monthNames.format(Date.UTC(1970, number - 1)),
    list: (items) => lists.format(items),
  };
}

/** A number that came as text, as short as it can be written: 1e+308; other text as it is. */
export const shortly = (text: string): string => (Number.isFinite(Number(text)) ? String(Number(text)) : text);
