/** The best figure this page, device and person can have: solid, else stills, else drawn. */

import { drawnFigure } from "../drawing/drawn.ts";
import type { Figure } from "../figure.ts";
import type { SolidFigure } from "../figure3d.ts";
import { readJson } from "../page.ts";
import type { Motion, Side } from "../player/script.ts";
import type { FigureData } from "./data.ts";
import { stillAddress, stillFigure } from "./still.ts";

interface SolidModule {
  solidFigure(element: HTMLElement, data: FigureData): Promise<SolidFigure>;
}

/** The figure of the page's JSON block "figure"; without one, the drawn figure. */
export function liveFigure(stage: HTMLElement): Figure {
  const data = readJson<FigureData | null>("figure", null);
  if (!data) return drawnFigure(stage);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const first = stillOrDrawn(stage, data.stills);
  return calm ? first : new Improving(stage, data, first);
}

/** Stills where there are some, and the drawing for what has none (the ways between positions). */
function stillOrDrawn(stage: HTMLElement, stills: Record<string, string>): Figure {
  const [picture, drawing] = [layer(stage), layer(stage)];
  const [still, drawn] = [stillFigure(picture, stills), drawnFigure(drawing)];
  return {
    show(motion: Motion | null, progress: number, side: Side | null): void {
      if (!motion) return;
      const has = stillAddress(stills, motion, progress) !== "";
      picture.hidden = !has;
      drawing.hidden = has;
      (has ? still : drawn).show(motion, progress, side);
    },
    close(): void {
      picture.remove();
      drawing.remove();
    },
  };
}

function layer(stage: HTMLElement): HTMLElement {
  const element = document.createElement("div");
  element.className = "player__layer";
  stage.append(element);
  return element;
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
