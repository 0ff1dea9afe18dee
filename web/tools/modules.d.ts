declare module "subset-font" {
  interface Wishes {
    targetFormat: "woff2";
    variationAxes?: Record<string, number | { min: number; max: number }>;
    keepFeatures?: string[];
  }
  export default function subsetFont(font: Uint8Array, letters: string, wishes: Wishes): Promise<Uint8Array>;
}
