/** How large a file is and how long a recording, in words. */
import { t } from "../../../text/fluent.ts";

const MIB = 2 ** 20;

export const sizeWords = (bytes: number): string =>
  bytes < MIB ? t("file-kb", { size: Math.max(1, Math.round(bytes / 1024)) }) : t("file-mb", { size: Math.round((bytes / MIB) * 10) / 10 });

export const clockWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${`${Math.floor(seconds % 60)}`.padStart(2, "0")}`;
