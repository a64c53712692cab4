/** The solid figure: loaded only where it is shown, behind the same interface as the drawn one. */

import type { Figure } from "./figure.ts";
import { type Appearance, Body, type Clip } from "./figure3d/body.ts";
import { clipName, clipTime } from "./figure3d/clip.ts";
import { Stage } from "./figure3d/stage.ts";
import { turnByHand } from "./figure3d/turning.ts";
import type { Motion, Side } from "./player/script.ts";

export type { Appearance };

/** A figure with what its page may do with it besides showing a motion. */
export interface SolidFigure extends Figure {
  /** The clip of an exercise, to play it by the page's own clock. */
  clip(name: string): Promise<Clip>;
}

/**
 * Put the solid figure into `element`. Rejects where the browser has no WebGL or
 * the body cannot be loaded; the page then keeps its stills.
 */
export async function solidFigure(
  element: HTMLElement,
  appearance: Appearance,
): Promise<SolidFigure> {
  const stage = new Stage(element);
  try {
    const body = await Body.load(appearance);
    stage.add(body.object);
    const letGo = turnByHand(element, stage);
    return new Shown(stage, body, Object.keys(appearance.clips), letGo);
  } catch (error) {
    stage.close();
    throw error;
  }
}

class Shown implements SolidFigure {
  private shown = "";
  private seen = "";

  constructor(
    private readonly stage: Stage,
    private readonly body: Body,
    private readonly names: readonly string[],
    private readonly letGo: () => void,
  ) {}

  clip(name: string): Promise<Clip> {
    return this.body.clip(name);
  }

  show(motion: Motion | null, progress: number, side: Side | null): void {
    if (!motion) return;
    const wanted = `${motion.exercise} ${motion.from} ${motion.to} ${progress} ${side}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.body.clip(clipName(motion, this.names)).then(
      (clip) => {
        if (this.shown === wanted) this.pose(clip, motion, progress, side);
      },
      // A missing clip leaves the body as it stands; the words go on.
      () => undefined,
    );
  }

  private pose(clip: Clip, motion: Motion, progress: number, side: Side | null): void {
    const mirrored = side === "left";
    const seen = `${clip.exercise} ${motion.from} ${motion.to} ${mirrored}`;
    if (seen !== this.seen) {
      this.seen = seen;
      this.stage.furnishWith(clip.things);
      this.stage.look(clip.view, mirrored);
    }
    clip.pose(clipTime(clip.segments, motion, progress));
    this.stage.draw();
  }

  close(): void {
    this.letGo();
    this.stage.close();
  }
}
