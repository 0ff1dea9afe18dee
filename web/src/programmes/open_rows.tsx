/** A list of which one thing is written at a time: its line opens in its place, and closes again. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface RowActs<T> {
  set: (change: Partial<T>) => void;
  onReady: () => void;
  onRemove: () => void;
}

interface OpenRowsProps<T> {
  items: readonly T[];
  onItems: (items: T[]) => void;
  /** The place of the one that is written. */
  open: number | null;
  onOpen: (place: number | null) => void;
  line: (item: T) => ComponentChildren;
  fields: (item: T, place: number, acts: RowActs<T>) => JSX.Element;
}

export function OpenRows<T>({ items, onItems, open, onOpen, line, fields }: OpenRowsProps<T>): JSX.Element {
  const list = useFocus(open);
  const actsAt = (place: number): RowActs<T> => ({
    set: (change) => onItems(items.with(place, { ...items[place]!, ...change })),
    onReady: () => onOpen(null),
    onRemove: () => {
      onOpen(null);
      onItems(items.toSpliced(place, 1));
    },
  });
  return (
    <ul class="rows" ref={list}>
      {items.map((item, place) => (
        <li key={place} class="entry-block">
          {open === place ? (
            fields(item, place, actsAt(place))
          ) : (
            <button type="button" class="entry-button" aria-expanded={false} onClick={() => onOpen(place)}>
              {line(item)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was pressed is gone, the line as well as what closed it: whoever uses keys goes on at what came in its place. */
function useFocus(open: number | null): { current: HTMLUListElement | null } {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(open);
  useEffect(() => {
    const closed = before.current;
    before.current = open;
    const rows = list.current?.children ?? [];
    if (open !== null && open !== closed) focusFirst(rows[open], "input, select, textarea");
    const fellOut = document.activeElement === document.body;
    if (open === null && closed !== null && fellOut) focusFirst(rows[Math.min(closed, rows.length - 1)], "button");
  }, [open]);
  return list;
}

const focusFirst = (row: Element | undefined, what: string): void => row?.querySelector<HTMLElement>(what)?.focus();
