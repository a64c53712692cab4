/**
 * Words in the person's language.
 *
 * The page carries its catalogue as JSON; without one the English source is used.
 * A sentence is one whole template with named places, so that a translator can
 * reorder it. A plural is kept by its singular, one form for each of the
 * language's plural categories.
 */

export interface Catalogue {
  locale: string;
  messages: Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;
}

type Values = Record<string, string | number>;

let catalogue: Catalogue = { locale: "en", messages: {} };
let plurals = new Intl.PluralRules("en");

export function useWords(words: Catalogue): void {
  catalogue = words;
  plurals = new Intl.PluralRules(words.locale);
}

export function locale(): string {
  return catalogue.locale;
}

/** `message` in the person's language, its {places} filled from `values`. */
export function t(message: string, values: Values = {}): string {
  const found = catalogue.messages[message];
  return fill(typeof found === "string" && found ? found : message, values);
}

/** The plural form for `n`; `{n}` is filled in as well. */
export function tn(one: string, many: string, n: number, values: Values = {}): string {
  return fill(form(one, many, n), { n, ...values });
}

function form(one: string, many: string, n: number): string {
  const found = catalogue.messages[one];
  const english = n === 1 ? one : many;
  if (typeof found !== "object") return english;
  return found[plurals.select(n)] ?? found.other ?? english;
}

function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
