/** A link inside the app: a real one for new tabs, no new page for a plain click. */
import type { ComponentChildren, JSX } from "preact";

import { go } from "../router.ts";

type LinkProps = JSX.IntrinsicElements["a"] & { href: string; children: ComponentChildren };

export function Link({ href, children, ...rest }: LinkProps): JSX.Element {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
