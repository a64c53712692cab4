/** Reading a script: what the player relies on is looked at once, before anybody lies down. */

import { t } from "../words.ts";
import type { Script, Step } from "./script.ts";

const SCHEMA = 1;

/** The script, or a sentence that says what is wrong with it. */
export function readScript(value: unknown): Script | string {
  const script = value as Script | null;
  if (script?.schema !== SCHEMA || !Array.isArray(script.steps)) {
    return t("The page holds no session this player knows. Go back to Today and start again.");
  }
  const wrong = script.steps.find((step) => !isPlayable(step));
  if (wrong || script.steps.length === 0) {
    const step = wrong?.id ?? "";
    return t("Step {step} of the session has no time it could take. Ask for a new plan.", { step });
  }
  return script;
}

function isPlayable(step: Step): boolean {
  return step.seconds === null || (Number.isFinite(step.seconds) && step.seconds * 1000 >= 1);
}
