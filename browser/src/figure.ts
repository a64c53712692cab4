/** The moving figure as the player sees it, whoever draws it. */

import type { Motion, Side } from "./player/script.ts";

export interface Figure {
  /**
   * Show the body on its way of `motion`, `progress` from 0 to 1, working on `side`.
   * Without a motion the body keeps the place it is in.
   */
  show(motion: Motion | null, progress: number, side: Side | null): void;
  close(): void;
}

/** Draw a figure into `stage`. */
export type MakeFigure = (stage: HTMLElement) => Figure;
