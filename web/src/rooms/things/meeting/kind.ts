import type { Kind } from "../../places/kinds.ts";
import { MeetingNotice } from "./notice.tsx";
import { OurMeeting } from "./our_meeting.tsx";

export const MEETING: Kind = { section: { place: "meeting", Show: OurMeeting }, notice: MeetingNotice };
