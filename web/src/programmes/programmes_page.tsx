/** The coordinators' pages, by address. */
import type { JSX } from "preact";

import { path } from "../router.ts";
import { Copying } from "./copying.tsx";
import { Founding } from "./founding.tsx";
import { officePlace } from "./place.ts";
import { ProgrammesList } from "./programmes_list.tsx";
import { RunPage } from "./run_page.tsx";

export function ProgrammesPage(): JSX.Element {
  const place = officePlace(path.value);
  if (place.at === "founding") return <Founding />;
  if (place.at === "copying") return <Copying programme={place.programme} />;
  if (place.at === "run") return <RunPage key={place.run} id={place.run} section={place.section} />;
  return <ProgrammesList />;
}
