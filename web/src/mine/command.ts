/** Something that is done once: every try of the same thing has the same mark, anything else has another one. */
import { useRef } from "preact/hooks";

import { createCommandIds } from "../live/command_id.ts";

const newId = createCommandIds();

type Send = <T extends object, R>(of: T, send: (command: T & { command_id: string }) => Promise<R>) => Promise<R>;

/** Once it was answered, the same words are a new thing. */
export function useCommand(): Send {
  const kept = useRef<{ of: string; id: string } | null>(null);
  return async (of, send) => {
    const body = JSON.stringify(of);
    if (kept.current?.of !== body) kept.current = { of: body, id: newId() };
    const answer = await send({ ...of, command_id: kept.current.id });
    kept.current = null;
    return answer;
  };
}
