/** Of what I take part in: that which stands on my first screen and in my rooms. */
import "../ui/extras.css";
import "./mine.css";

export { Closed } from "./closed.tsx";
export { Foot } from "./foot.tsx";
export { Home } from "./home.tsx";
export { Paused } from "./paused.tsx";
export { Next } from "./people.tsx";
export { RoomMenu } from "./room_menu.tsx";
