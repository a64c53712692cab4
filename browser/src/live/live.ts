/** The best figure this page, device and person can have: solid, else stills, else drawn. */

import { drawnFigure } from "../drawing/drawn.ts";
import type { Figure } from "../figure.ts";
import type { SolidFigure } from "../figure3d.ts";
import { readJson } from "../page.ts";
import type { Motion, Side } from "../player/script.ts";
import type { FigureData } from "./data.ts";
import { stillFigure } from "./still.ts";

interface SolidModule {
  solidFigure(element: HTMLElement, data: FigureData): Promise<SolidFigure>;
}

/** The figure of the page's JSON block "figure"; without one, the drawn figure. */
export function liveFigure(stage: HTMLElement): Figure {
  const data = readJson<FigureData | null>("figure", null);
  if (!data) return drawnFigure(stage);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const first = stillFigure(stage, data.stills);
  return calm ? first : new Improving(stage, data, first);
}

/** Begins with a still and changes over to the solid figure as soon as that is there. */
class Improving implements Figure {
  private last: [Motion | null, number, Side | null] = [null, 0, null];
  private closed = false;

  constructor(
    stage: HTMLElement,
    data: FigureData,
    private now: Figure,
  ) {
    this.improve(stage, data).catch((error: unknown) => {
      // The still stays. Whoever looks into it finds the reason here.
      // biome-ignore lint/suspicious/noConsole: a missing figure is no concern of the person's
      console.info("The solid figure is not shown:", error);
    });
  }

  private async improve(stage: HTMLElement, data: FigureData): Promise<void> {
    const module = (await import(data.script)) as SolidModule;
    if (this.closed) return;
    const solid = await module.solidFigure(stage, data);
    if (this.closed) {
      solid.close();
      return;
    }
    this.now.close();
    this.now = solid;
    solid.show(...this.last);
  }

  show(motion: Motion | null, progress: number, side: Side | null): void {
    this.last = [motion ?? this.last[0], progress, side];
    this.now.show(...this.last);
  }

  close(): void {
    this.closed = true;
    this.now.close();
  }
}
