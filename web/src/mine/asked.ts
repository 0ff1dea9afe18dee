/** Something that a screen shows and the server knows: asked when the screen opens, and anew when a change was told of. */
import { useEffect, useState } from "preact/hooks";

import { useDoing, type Doing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";

export interface Asked<T> extends Doing {
  /** null until it was read, and while nothing can be reached. */
  value: T | null;
  put: (value: T) => void;
  load: () => Promise<void>;
}

export function useAsked<T>(path: string | null): Asked<T> {
  const http = useHttp();
  const { studio } = useStudio();
  const [answer, setAnswer] = useState<{ of: string; value: T } | null>(null);
  const doing = useDoing();
  const changes = studio.programmes.changes.value;
  const put = (value: T): void => setAnswer({ of: path ?? "", value });
  const load = async (): Promise<void> => {
    if (path !== null) put(await http<T>("GET", path));
  };
  const value = answer?.of === path ? answer.value : null;
  useEffect(() => {
    if (value === null) void doing.run(load);
    // What is shown stays while the newest can't be read.
    else load().catch(() => undefined);
  }, [path, changes]);
  return { ...doing, value, put, load };
}
