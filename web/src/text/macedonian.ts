/**
 * Macedonian for browsers that do not know it: Chromium ships without its dates, plurals and alphabet and would answer
 * in English. Where the browser knows the language itself, nothing of this is used.
 */
const MONTHS = [
  "јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември", "октомври", "ноември", "декември",
];
const WEEKDAYS = ["недела", "понеделник", "вторник", "среда", "четврток", "петок", "сабота"];
const DAYS_AGO = { "-1": "утре", "0": "денес", "1": "вчера" };
const ALPHABET = "абвгдѓежзѕијклљмнњопрстќуфхцчџш";

export const needsMacedonian = (locale: string): boolean =>
  locale.startsWith("mk") && Intl.DateTimeFormat.supportedLocalesOf("mk").length === 0;

export interface DateParts {
  weekday?: boolean;
  date?: boolean;
  year?: boolean;
}

/** петок, 20 ноември 2026 г. `day`: a calendar day as 2026-11-20. */
export function macedonianDate(day: string, { weekday, date, year }: DateParts): string {
  const at = new Date(`${day}T12:00:00Z`);
  const name = WEEKDAYS[at.getUTCDay()]!;
  if (!date) return name;
  const written = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}${year ? ` ${at.getUTCFullYear()} г.` : ""}`;
  return weekday ? `${name}, ${written}` : written;
}

export const macedonianDayAgo = (days: -1 | 0 | 1): string => DAYS_AGO[days];

export function macedonianList(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} и ${names.at(-1)}`;
}

/** 1, 21, 31 are one; 11 is not. */
export const macedonianPlural = (count: number): "one" | "other" =>
  Number.isInteger(count) && count % 10 === 1 && count % 100 !== 11 ? "one" : "other";

/** The order of the alphabet, Cyrillic first; what is not in it, as the browser orders it. */
export function compareMacedonian(a: string, b: string): number {
  const left = [...a.normalize("NFC").toLowerCase()];
  const right = [...b.normalize("NFC").toLowerCase()];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const order = compareLetters(left[place]!, right[place]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareLetters(a: string, b: string): number {
  const [left, right] = [ALPHABET.indexOf(a), ALPHABET.indexOf(b)];
  if (left >= 0 && right >= 0) return left - right;
  if (left >= 0 && /\p{L}/u.test(b)) return -1;
  if (right >= 0 && /\p{L}/u.test(a)) return 1;
  return a.localeCompare(b);
}

/** Message formatting asks `Intl.PluralRules` itself, so the rule is put there. */
export function teachMacedonianPlurals(scope: { PluralRules: typeof Intl.PluralRules } = Intl): void {
  const Known = scope.PluralRules;
  if (Known.supportedLocalesOf("mk").length > 0) return;
  scope.PluralRules = class extends Known {
    readonly #macedonian: boolean;

    constructor(locales?: Intl.LocalesArgument, options?: Intl.PluralRulesOptions) {
      super(locales as string | string[] | undefined, options);
      const [wanted] = [locales ?? []].flat();
      this.#macedonian = String(wanted).startsWith("mk") && options?.type !== "ordinal";
    }

    override select(count: number): Intl.LDMLPluralRule {
      return this.#macedonian ? macedonianPlural(count) : super.select(count);
    }
  } as unknown as typeof Intl.PluralRules;
}
