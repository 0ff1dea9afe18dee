/** Proposing, saying where, calling off: they come once somebody wants to. */
export { CallOff } from "./call_off.tsx";
export { PlaceForm } from "./place_form.tsx";
export { ProposeForm } from "./propose_form.tsx";
