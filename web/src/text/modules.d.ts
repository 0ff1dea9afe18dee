declare module "virtual:texts" {
  export type Part = import("../../tools/texts.ts").Part;
  export type Messages = import("../../tools/texts.ts").Messages;
  type Source = () => Promise<{ default: Messages }>;
  export const SOURCES: Record<import("./languages.ts").Language, Record<Part, Source>>;
}
