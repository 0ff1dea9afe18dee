/** What can be done with one thing, behind one button. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Icon, type IconName } from "../../ui/icon.tsx";
import { closing, MenuItem, MenuWindow } from "../../ui/menu.tsx";

interface Offer {
  icon: IconName;
  label: string;
  /** null where it can't be done now. */
  act: (() => void) | null;
}

export function Menu({ label, items }: { label: string; items: readonly Offer[] }): JSX.Element {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button" class="quiet round" aria-haspopup="menu" aria-label={label}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" />
      </button>
      {anchor && (
        <MenuWindow anchor={anchor} label={label} onClose={() => setAnchor(null)}>
          {items.flatMap(({ icon, label: words, act }) =>
            act === null ? [] : <MenuItem key={words} icon={icon} label={words} onAct={closing(act)} />,
          )}
        </MenuWindow>
      )}
    </>
  );
}
