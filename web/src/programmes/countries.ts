/** Countries by their names in the reader's language, in the order of the alphabet. */
import { compareNames } from "../text/order.ts";

/** ISO 3166-1. */
const CODES =
  "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJ" +
  "DKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKG" +
  "KHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPE" +
  "PFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUM" +
  "USUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

export function countries(locale: string): { value: string; label: string }[] {
  const compare = compareNames(locale);
  const called = callCountries(locale);
  return (CODES.match(/../g) ?? [])
    .map((value) => ({ value, label: called(value) }))
    .sort((a, b) => compare(a.label, b.label));
}

/** A browser without Macedonian names them as the neighbours do. */
export function callCountries(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale.startsWith("mk") ? [locale, "sr-Cyrl-RS"] : [locale], { type: "region" });
  return (code) => names.of(code) ?? code;
}

/** Where most who read this language are. */
export const HOME: Record<string, string> = { "sr-Cyrl": "RS", "sr-Latn": "RS", hr: "HR", mk: "MK", sl: "SI", en: "" };
