/**
 * The usual week as a picture, to be drawn upon: with a mouse at once, with a finger after a moment of holding, as a
 * finger that moves at once scrolls; and with keys, where Shift takes in more.
 */
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { weekdayName } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { areaOf, DAYS, HALVES, halvesOf, isIn, timeOf, type Area, type Cell, type Day } from "./hours.ts";
import { areaWords, WEEK, weekday } from "./hours_words.ts";

const HOLD_MS = 300;
/** A finger that moved further before that scrolls. */
const STILL_PX = 8;
const EDGE_PX = 28;
/** What is seen first. */
const MORNING = 14;

interface Stroke {
  from: Cell;
  to: Cell;
  add: boolean;
}

interface WeekGridProps {
  weekly: readonly Day[];
  onPaint: (area: Area, add: boolean) => void;
  onUndo: () => void;
}

export function WeekGrid({ weekly, onPaint, onUndo }: WeekGridProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const halves = useMemo(() => weekly.map(halvesOf), [weekly]);
  const [said, setSaid] = useState("");
  const isFree = ({ day, half }: Cell): boolean => halves[day]![half] === "free";
  const paint = (from: Cell, to: Cell, add: boolean): void => {
    const area = areaOf(from, to);
    setSaid(t(add ? "hours-added" : "hours-removed", { what: areaWords(area) }));
    onPaint(area, add);
  };
  const { stroke, ...drawing } = useDrawing(frame, isFree, paint);
  const { at, area, ...keys } = useKeys(frame, isFree, paint, onUndo);
  useEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>(`[data-half="${MORNING}"]`);
    if (first) frame.current!.scrollTop = first.offsetTop - first.offsetHeight * 2;
  }, []);
  const stroked = stroke && areaOf(stroke.from, stroke.to);
  const looks = (cell: Cell): string => {
    const names: string[] = [halves[cell.day]![cell.half]!];
    if (area && isIn(area, cell)) names.push("taken-in");
    if (stroked && isIn(stroked, cell)) names.push(stroke.add ? "adding" : "removing");
    return names.join(" ");
  };
  return (
    <>
      <div class="week-frame" ref={frame}>
        <table role="grid" aria-label={t("hours-week")} aria-multiselectable="true" class="week" {...drawing} {...keys}>
          <thead>
            <tr>
              <td />
              {WEEK.map((day) => (
                <th key={day} scope="col" abbr={weekday(day)}>
                  <span class="long">{weekday(day)}</span>
                  <span class="short">{weekdayName(day, locale.value, true)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: HALVES }, (_, half) => (
              <tr key={half} class={half % 2 ? "half" : "hour"}>
                <th scope="row">
                  <span class={half % 2 ? "unseen" : ""}>{timeOf(half)}</span>
                </th>
                {WEEK.map((day) => (
                  <td
                    key={day} role="gridcell" data-day={day} data-half={half} class={looks({ day, half })}
                    tabIndex={at.day === day && at.half === half ? 0 : -1} aria-selected={isFree({ day, half })}
                    aria-label={cellWords({ day, half }, halves[day]![half] === "part")}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="unseen" role="status">{said}</p>
    </>
  );
}

function cellWords({ day, half }: Cell, part: boolean): string {
  const words = areaWords({ days: [day, day], halves: [half, half] });
  return part ? t("hours-partly", { half: words }) : words;
}

type Frame = { current: HTMLDivElement | null };
type Paint = (from: Cell, to: Cell, add: boolean) => void;

function cellOf(element: Element | null): Cell | null {
  const found = element?.closest<HTMLElement>("[data-half]");
  return found ? { day: Number(found.dataset.day), half: Number(found.dataset.half) } : null;
}

interface Drawing {
  stroke: Stroke | null;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
  onContextMenu: (event: Event) => void;
  onClick: (event: MouseEvent) => void;
}

function useDrawing(frame: Frame, isFree: (cell: Cell) => boolean, paint: Paint): Drawing {
  const [stroke, setStroke] = useState<Stroke | null>(null);
  /** At once: a press may be over before anything is shown of it. */
  const drawn = useRef<Stroke | null>(null);
  /** A finger that does not draw yet. */
  const held = useRef<{ cell: Cell; x: number; y: number; timer: number } | null>(null);
  const draw = (next: Stroke | null): void => {
    drawn.current = next;
    setStroke(next);
  };
  const begin = (cell: Cell): void => draw({ from: cell, to: cell, add: !isFree(cell) });
  const letGo = (): void => {
    if (held.current) clearTimeout(held.current.timer);
    held.current = null;
  };
  useEffect(() => {
    const shown = frame.current!;
    // While a finger draws the page does not follow it.
    const stay = (event: TouchEvent): void => void (drawn.current && event.cancelable && event.preventDefault());
    const giveUp = (event: KeyboardEvent): void => void (event.key === "Escape" && draw(null));
    shown.addEventListener("touchmove", stay, { passive: false });
    document.addEventListener("keydown", giveUp);
    return () => {
      shown.removeEventListener("touchmove", stay);
      document.removeEventListener("keydown", giveUp);
      letGo();
    };
  }, []);
  return {
    stroke,
    onPointerDown(event) {
      const cell = cellOf(event.target as Element);
      if (!cell || event.button !== 0 || !event.isPrimary) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      if (event.pointerType !== "touch") return begin(cell);
      const hold = (): void => {
        letGo();
        begin(cell);
      };
      held.current = { cell, x: event.clientX, y: event.clientY, timer: window.setTimeout(hold, HOLD_MS) };
    },
    onPointerMove(event) {
      const finger = held.current;
      if (finger && Math.hypot(event.clientX - finger.x, event.clientY - finger.y) > STILL_PX) letGo();
      if (!drawn.current) return;
      followEdge(frame.current!, event.clientY);
      const cell = cellOf(document.elementFromPoint(event.clientX, event.clientY));
      if (cell) draw({ ...drawn.current, to: cell });
    },
    onPointerUp() {
      const { cell } = held.current ?? {};
      letGo();
      if (cell) paint(cell, cell, !isFree(cell));
      else if (drawn.current) paint(drawn.current.from, drawn.current.to, drawn.current.add);
      draw(null);
    },
    onPointerCancel() {
      letGo();
      draw(null);
    },
    onContextMenu: (event) => void (drawn.current && event.preventDefault()),
    onClick(event) {
      // Of a screen reader: nothing was pressed.
      const cell = event.detail === 0 ? cellOf(event.target as Element) : null;
      if (cell) paint(cell, cell, !isFree(cell));
    },
  };
}

function followEdge(shown: HTMLElement, y: number): void {
  const { top, bottom } = shown.getBoundingClientRect();
  // The names of the days cover the upper edge.
  if (y < top + EDGE_PX * 2) shown.scrollTop -= EDGE_PX / 2;
  if (y > bottom - EDGE_PX) shown.scrollTop += EDGE_PX / 2;
}

interface Keys {
  /** The one that can be reached by Tab. */
  at: Cell;
  /** What was taken in with Shift. */
  area: Area | null;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocusIn: (event: FocusEvent) => void;
}

const STEPS: Record<string, [days: number, halves: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-DAYS, 0],
  End: [DAYS, 0],
  PageUp: [0, -HALVES / 6],
  PageDown: [0, HALVES / 6],
};

const within = (value: number, end: number): number => Math.min(Math.max(value, 0), end - 1);

function useKeys(frame: Frame, isFree: (cell: Cell) => boolean, paint: Paint, onUndo: () => void): Keys {
  const [at, setAt] = useState<Cell>({ day: 0, half: 2 * 17 });
  const [from, setFrom] = useState<Cell | null>(null);
  const step = ([days, halves]: [number, number], extend: boolean): void => {
    const next = { day: within(at.day + days, DAYS), half: within(at.half + halves, HALVES) };
    setFrom(extend ? (from ?? at) : null);
    setAt(next);
    frame.current?.querySelector<HTMLElement>(`[data-day="${next.day}"][data-half="${next.half}"]`)?.focus();
  };
  const draw = (add: boolean): void => {
    paint(from ?? at, at, add);
    setFrom(null);
  };
  return {
    at,
    area: from && areaOf(from, at),
    onKeyDown(event) {
      const { key } = event;
      const way = STEPS[key];
      if (way && !event.ctrlKey && !event.altKey && !event.metaKey) step(way, event.shiftKey);
      else if (key === " " || key === "Enter") draw(!isFree(from ?? at));
      else if (key === "Delete" || key === "Backspace") draw(false);
      else if (key === "Escape" && from) setFrom(null);
      else if (key === "z" && (event.ctrlKey || event.metaKey)) onUndo();
      else return;
      event.preventDefault();
    },
    onFocusIn(event) {
      const cell = cellOf(event.target as Element);
      if (cell && (cell.day !== at.day || cell.half !== at.half)) setAt(cell);
    },
  };
}
