/** The square that is cut out of a picture. */

interface Size {
  width: number;
  height: number;
}

/** `x`, `y`: the middle of the square, as parts of the picture; `zoom`: 1 is the largest square that fits. */
export interface Frame {
  x: number;
  y: number;
  zoom: number;
}

/** Faces stand above the middle of upright pictures more often than below. */
export const centred = ({ width, height }: Size): Frame => ({ x: 0.5, y: height > width ? 0.4 : 0.5, zoom: 1 });

/** In pixels of the picture, never over an edge of it. */
export function framed({ width, height }: Size, { x, y, zoom }: Frame): { x: number; y: number; side: number } {
  const side = Math.min(width, height) / Math.max(1, zoom);
  const within = (middle: number, length: number): number =>
    Math.min(Math.max(middle * length - side / 2, 0), length - side);
  return { x: within(x, width), y: within(y, height), side };
}

/** The picture goes with the finger, so the square goes the other way. `shown`: pixels of the square on the screen. */
export function moved(size: Size, frame: Frame, right: number, down: number, shown: number): Frame {
  const now = framed(size, frame);
  const scale = now.side / shown;
  const next = { ...frame, x: (now.x + now.side / 2 - right * scale) / size.width, y: (now.y + now.side / 2 - down * scale) / size.height };
  const at = framed(size, next);
  return { ...next, x: (at.x + at.side / 2) / size.width, y: (at.y + at.side / 2) / size.height };
}
