/** The windows of a room's memory, once somebody opens one. */
import "../../ui/extras.css";
import "./memory.css";

export { CatchUp } from "./catch_up.tsx";
export { Find } from "./find.tsx";
