/** Doing something with the things of a room. What was typed stays where it is until the server has it. */
import { useDoing, type Doing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { Accepted, Method } from "../../contract.ts";
import { useCommand } from "../../mine/command.ts";
import type { Room } from "../room.ts";

/** Long enough for the entry to come by the live connection. */
const ARRIVES_MS = 1_500;

export interface Acting extends Doing {
  /** Whether it is done; if not, `fault` says why. */
  act: (method: Method, data: object) => Promise<boolean>;
}

export function useAct(room: Room): Acting {
  const http = useHttp();
  const send = useCommand();
  const doing = useDoing();
  async function act(method: Method, data: object): Promise<boolean> {
    let done = false;
    await doing.run(async () => {
      const { offset = 0 } = await send({ room: room.id, ...data }, (command) =>
        http<Accepted>("POST", `/rpc/${method}`, command),
      );
      done = true;
      setTimeout(() => (room.snapshot.peek()?.offset ?? 0) < (offset ?? 0) && void room.refresh(), ARRIVES_MS);
    });
    return done;
  }
  return { ...doing, act };
}
