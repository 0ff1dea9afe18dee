declare module "virtual:texts" {
  export type Part = import("../../tools/texts.ts").Part;
  type Source = () => Promise<{ default: string }>;
  export const SOURCES: Record<import("./languages.ts").Language, Record<Part, Source>>;
}
