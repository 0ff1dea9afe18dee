/** What was done, the newest first, page by page: read once, so that what comes meanwhile leaves no hole between pages. */
import { useEffect, useState } from "preact/hooks";

import { useDoing, type Doing } from "../accounts/form.tsx";
import { useHttp } from "../context.ts";
import type { Audit } from "../contract.ts";

export interface Acts extends Doing {
  /** null until the first page was read. */
  read: Audit | null;
  /** The first page, then each earlier one. */
  load: () => Promise<void>;
}

export function useActs(path: string): Acts {
  const http = useHttp();
  const doing = useDoing();
  const [read, setRead] = useState<Audit | null>(null);
  const load = async (): Promise<void> => {
    const last = read?.acts.at(-1);
    const page = await http<Audit>("GET", last ? `${path}?before=${encodeURIComponent(last.id)}` : path);
    setRead({ acts: [...(read?.acts ?? []), ...page.acts], earlier: page.earlier });
  };
  useEffect(() => void doing.run(load), []);
  return { ...doing, read, load };
}
