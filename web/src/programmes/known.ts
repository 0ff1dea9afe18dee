/** What was read of programmes stays while one person is signed in: the next page shows it at once, and reads anew. */
import { useEffect, useState } from "preact/hooks";

import { useHttp, useStudio } from "../context.ts";
import { useDoing, type Doing } from "../accounts/form.tsx";
import type { Studio } from "../studio.ts";
import { createProgrammes, type Programmes } from "./programmes.ts";
import { createRun, type Run } from "./run.ts";

interface Known {
  programmes: Programmes;
  runs: Map<string, Run>;
}

const known = new WeakMap<Studio, Known>();

function useKnown(): Known {
  const { studio } = useStudio();
  const http = useHttp();
  const [mine] = useState(() => {
    const before = known.get(studio) ?? { programmes: createProgrammes(http), runs: new Map<string, Run>() };
    known.set(studio, before);
    return before;
  });
  return mine;
}

export function useProgrammes(): { programmes: Programmes; doing: Doing } {
  const { programmes } = useKnown();
  return { programmes, doing: useReading(programmes.load) };
}

export function useRun(id: string): { run: Run; doing: Doing } {
  const { runs } = useKnown();
  const http = useHttp();
  const [run] = useState(() => {
    const found = runs.get(id) ?? createRun(http, id);
    runs.set(id, found);
    return found;
  });
  return { run, doing: useReading(run.load) };
}

/** Reads when the page comes, and again when a change was told of. */
function useReading(load: () => Promise<void>): Doing {
  const { studio } = useStudio();
  const doing = useDoing();
  const changes = studio.programmes.changes.value;
  useEffect(() => void doing.run(load), [load, changes]);
  return doing;
}
