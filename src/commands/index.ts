import { broadcast } from "./broadcast.ts";
import type { Command } from "./command.ts";
import { context } from "./context.ts";
import { digest } from "./digest.ts";
import { exportCommand } from "./export.ts";
import { feedback } from "./feedback.ts";
import { follow } from "./follow.ts";
import { forget } from "./forget.ts";
import { help } from "./help.ts";
import { importCommand } from "./import.ts";
import { language } from "./language.ts";
import { latest } from "./latest.ts";
import { mute } from "./mute.ts";
import { positions } from "./positions.ts";
import { quiet } from "./quiet.ts";
import { retract } from "./retract.ts";
import { settings } from "./settings.ts";
import { sources } from "./sources.ts";
import { start } from "./start.ts";
import { stats } from "./stats.ts";
import { status } from "./status.ts";
import { subscribe } from "./subscribe.ts";
import { subscriptions } from "./subscriptions.ts";
import { timeline } from "./timeline.ts";
import { timezone } from "./timezone.ts";
import { unsubscribe } from "./unsubscribe.ts";
import { why } from "./why.ts";

/** Every command, in the order in which menus show them. */
export const commands: readonly Command[] = [
  start,
  subscribe,
  subscriptions,
  unsubscribe,
  context,
  positions,
  timeline,
  latest,
  why,
  follow,
  mute,
  quiet,
  digest,
  language,
  timezone,
  settings,
  sources,
  status,
  feedback,
  exportCommand,
  importCommand,
  forget,
  help,
  stats,
  retract,
  broadcast,
];
