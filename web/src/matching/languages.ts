/** Languages by their names in the reader's. */
import { locale } from "../text/fluent.ts";

/** Who speaks one of them understands the others: they have no one name that all of them like. */
const TOGETHER: Record<string, readonly string[]> = { sh: ["bs", "hr", "sr"] };

/** A browser without Macedonian names them as the neighbours do. */
export function languageCalled(tag: string): string {
  const own = locale.value;
  const names = new Intl.DisplayNames(own.startsWith("mk") ? [own, "sr-Cyrl-RS"] : [own], { type: "language" });
  return (TOGETHER[tag] ?? [tag]).map((one) => names.of(one) ?? one).join(" / ");
}
