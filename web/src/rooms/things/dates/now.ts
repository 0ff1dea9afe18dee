/** What time it is, for what is shown: told anew so often that nobody waits for a button that is due. */
import { useEffect, useState } from "preact/hooks";

import { isSet, serverNow } from "../meeting/server_clock.ts";

const EVERY_MS = 15_000;

export function useNow(): number {
  const [, tick] = useState(0);
  useEffect(() => {
    const again = setInterval(() => tick((count) => count + 1), EVERY_MS);
    return () => clearInterval(again);
  }, []);
  // Once the clock is set, what was shown by the device's own is shown anew.
  isSet();
  return serverNow();
}
