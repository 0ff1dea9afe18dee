import type { JSX } from "preact";

import { t } from "../text/fluent.ts";
import { Dialog } from "../ui/dialog.tsx";

const KEYS: [keys: string[], meaning: string][] = [
  [["Enter"], "key-send"],
  [["Shift", "Enter"], "key-line"],
  [["Esc"], "key-cancel"],
  [["↑"], "key-edit-last"],
  [["↑", "↓"], "key-messages"],
  [["R"], "key-reply"],
  [["Q"], "key-quote"],
  [["+"], "key-react"],
  [["L"], "key-link"],
  [["E"], "key-edit"],
  [["@"], "key-mention"],
  [["Ctrl", "K"], "key-find"],
  [["?"], "key-help"],
];

export const Keys = ({ onClose }: { onClose: () => void }): JSX.Element => (
  <Dialog title={t("keys")} onClose={onClose}>
    <dl class="keys">
      {KEYS.map(([keys, meaning]) => (
        <div key={meaning}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
