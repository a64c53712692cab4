/** What a page says about the figure it shows. */

import type { Appearance } from "../figure3d/body.ts";

export interface FigureData extends Appearance {
  /** Address of the script that draws the solid figure. */
  script: string;
  /** Addresses of the stills: "exercise/pose". */
  stills: Record<string, string>;
}
