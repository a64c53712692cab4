/** One repetition after another, with a short stop in each pose, for showing only. */

import type { Segment } from "../figure3d/clip.ts";

/** Seconds that the figure stays in a pose before it moves on. */
export const STOP = 1.5;

/** Where a round that repeats for ever is after `seconds`. */
export function roundAt(
  segments: Segment[],
  seconds: number,
): { segment: Segment; progress: number } {
  const lengths = segments.map(({ start, end }) => end - start + STOP);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let left = seconds % whole;
  for (const [index, segment] of segments.entries()) {
    const length = lengths[index] ?? 0;
    if (left < length) {
      return { segment, progress: Math.min(1, left / Math.max(length - STOP, 1e-6)) };
    }
    left -= length;
  }
  const [first] = segments;
  if (!first) throw new Error("A clip without segments cannot be shown.");
  return { segment: first, progress: 0 };
}
