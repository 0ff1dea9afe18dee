/** Whose photo I may see: by person, the mark of its address. Without a network, and before it is known, nobody's. */
import { useEffect } from "preact/hooks";
import { signal } from "@preact/signals";

import { useHttp, useStudio } from "../context.ts";
import type { Photos } from "../contract.ts";

type Marks = Readonly<Record<string, string>>;

/** Of whom it was asked: another person on the same device sees none of it. */
const known = signal<{ of: string; marks: Marks } | null>(null);

export function usePhotos(): Marks {
  const http = useHttp();
  const { me } = useStudio();
  useEffect(() => {
    http<Photos>("GET", "/me/photos")
      .then(({ photos }) => keepPhotos(me.id, photos))
      .catch(() => undefined);
  }, [me.id]);
  return known.value?.of === me.id ? known.value.marks : {};
}

export const keepPhotos = (of: string, marks: Marks): void => void (known.value = { of, marks });
