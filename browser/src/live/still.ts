/** The figure as stills: where less motion is wanted, and where there is no WebGL. */

import type { Figure } from "../figure.ts";
import type { Motion, Side } from "../player/script.ts";

/** Show the drawing of the pose that a motion is nearest to. */
export function stillFigure(stage: HTMLElement, stills: Record<string, string>): Figure {
  const image = document.createElement("img");
  image.className = "still";
  image.alt = "";
  stage.append(image);
  return {
    show(motion: Motion | null, progress: number, side: Side | null): void {
      if (!motion) return;
      const bare = stillAddress(stills, motion, progress);
      const address = bare && `${bare}&theme=${theme()}`;
      image.hidden = !address;
      image.classList.toggle("still--turned", side === "left");
      if (address && image.getAttribute("src") !== address) image.src = address;
    },
    close: () => image.remove(),
  };
}

/** Light or dark, as the person chose or else the device is. */
function theme(): string {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
}

/** The address of the still for a motion at `progress`, or "" where there is none. */
export function stillAddress(
  stills: Record<string, string>,
  motion: Motion,
  progress: number,
): string {
  const pose = progress < 0.5 ? motion.from : motion.to;
  return stills[`${motion.exercise}/${pose}`] ?? "";
}
