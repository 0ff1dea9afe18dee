/** Those that are ticked, after one of them was ticked or not. */
export function ticked<T>(before: ReadonlySet<T>, one: T, on: boolean): ReadonlySet<T> {
  const after = new Set(before);
  if (on) after.add(one);
  else after.delete(one);
  return after;
}
