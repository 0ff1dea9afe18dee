/** A plot with its table beside it: the table says all, the plot shows it. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { part } from "./plots.ts";

export interface Bar {
  id: string;
  name: string;
  value: number;
  /** An outline around the bar: what there could be. */
  of?: number;
}

interface PlotProps {
  title: string;
  /** What is to be seen in it, in a sentence. */
  words: string;
  columns: readonly string[];
  rows: readonly { id: string; cells: readonly (string | number)[] }[];
  children: JSX.Element;
}

export function Plot({ title, words, columns, rows, children }: PlotProps): JSX.Element {
  const id = useId();
  return (
    <figure class="plot" aria-labelledby={id}>
      <figcaption id={id}>
        <strong class="block">{title}</strong>
        <span class="soft">{words}</span>
      </figcaption>
      <div class="plot-sides">
        {children}
        <div class="wide-table" role="region" aria-label={title} tabIndex={0}>
          <table class="plain">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {row.cells.map((cell, at) =>
                    at === 0 ? (
                      <th key={at} scope="row">
                        <Bdi text={String(cell)} />
                      </th>
                    ) : (
                      <td key={at}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </figure>
  );
}

const ROW = 38;
/** As many as one can look through. The table has all. */
const SHOWN = 30;

export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }): JSX.Element {
  const most = Math.max(...bars.map(({ value, of }) => Math.max(value, of ?? 0)), 0);
  const shown = bars.slice(0, SHOWN);
  return (
    <div>
      <svg class="bars" role="img" aria-label={title} height={shown.length * ROW} width="100%">
        {shown.map(({ id, name, value, of }, at) => (
          <g key={id}>
            <text x="0" y={at * ROW + 13}>
              {name}
            </text>
            {of !== undefined && <rect class="could" x="0" y={at * ROW + 19} height="12" rx="3" width={`${part(of, most)}%`} />}
            <rect class="is" x="0" y={at * ROW + 19} height="12" rx="3" width={`${part(value, most)}%`} />
          </g>
        ))}
      </svg>
      {bars.length > shown.length && <p class="soft">{t("plot-first", { count: shown.length, all: bars.length })}</p>}
    </div>
  );
}

export interface Dot {
  x: number;
  y: number;
  words: string;
}

const HEIGHT = 180;
const [TOP, BOTTOM, LEFT, RIGHT] = [16, 30, 6, 94];

/** Dots joined by lines, from left to right; nothing is at the bottom. */
export function Curve({ title, across, up, dots }: { title: string; across: string; up: string; dots: readonly Dot[] }): JSX.Element {
  const [wide, high] = [Math.max(...dots.map(({ x }) => x), 0), Math.max(...dots.map(({ y }) => y), 0)];
  const at = ({ x, y }: Dot): { cx: string; cy: number } => ({
    cx: `${LEFT + ((RIGHT - LEFT) * part(x, wide)) / 100}%`,
    cy: HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * part(y, high)) / 100,
  });
  return (
    <svg class="curve" role="img" aria-label={title} height={HEIGHT} width="100%">
      <line class="axis" x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      {dots.slice(1).map((dot, before) => {
        const [from, to] = [at(dots[before]!), at(dot)];
        return <line key={before} class="way" x1={from.cx} y1={from.cy} x2={to.cx} y2={to.cy} />;
      })}
      {dots.map((dot, place) => (
        <circle key={place} r="4.5" {...at(dot)}>
          <title>{dot.words}</title>
        </circle>
      ))}
      <text x={`${RIGHT}%`} y={HEIGHT - 8} text-anchor="end">
        {across}
      </text>
      <text x={`${LEFT}%`} y="12">
        {up}
      </text>
    </svg>
  );
}
