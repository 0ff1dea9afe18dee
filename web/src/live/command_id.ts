/** UUIDv7: the time in front, so that ids made later sort later; within one millisecond a counter keeps the order. */
const RANDOM_BITS = 0x1000;

export function createCommandIds(
  now: () => number = Date.now,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const time = now();
    if (time > last) [last, counter] = [time, 0];
    else counter += 1;
    // More than a counter holds, or a clock that went back: the id lives in the next free millisecond.
    if (counter >= RANDOM_BITS) [last, counter] = [last + 1, 0];
    return format(last, counter, random(new Uint8Array(8)));
  };
}

function format(time: number, counter: number, bytes: Uint8Array): string {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, "0");
  const stamp = hex(time, 12);
  const tail = [...bytes].map((byte, place) => hex(place === 0 ? (byte & 0x3f) | 0x80 : byte, 2)).join("");
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
