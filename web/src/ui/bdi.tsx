/** What people wrote: its direction is its own and touches nothing around it. */
import type { JSX } from "preact";

export const Bdi = ({ text }: { text: string }): JSX.Element => <bdi dir="auto">{text}</bdi>;
