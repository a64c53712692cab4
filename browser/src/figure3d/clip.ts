/** A clip's own timetable: which pose is reached when, and from where it is best seen. */

import type { Motion } from "../player/script.ts";

export interface Segment {
  from: string;
  to: string;
  /** Seconds into the clip. */
  start: number;
  end: number;
}

export interface View {
  /** Degrees round the body from its right side towards its front. */
  azimuth: number;
  /** Degrees above the floor. */
  elevation: number;
  /** Middle and half size of the box that holds every frame, metres: forward, up, right. */
  centre: [number, number, number];
  half: [number, number, number];
  /** Whether the camera changes over with the working side. */
  follow: boolean;
}

export interface Timetable {
  exercise: string;
  seconds: number;
  segments: Segment[];
  view: View;
}

/**
 * The moment of the clip that shows `motion` at `progress` (0 to 1). A motion
 * from a pose to itself is a hold, and stands where that pose is reached.
 */
export function clipTime(segments: Segment[], motion: Motion, progress: number): number {
  const way = segments.find(({ from, to }) => from === motion.from && to === motion.to);
  if (way && motion.from !== motion.to) {
    return way.start + (way.end - way.start) * Math.min(1, Math.max(0, progress));
  }
  const reached = segments.find(({ to }) => to === motion.to);
  if (reached) return reached.end;
  return segments.find(({ from }) => from === motion.to)?.start ?? 0;
}

/** Which clip shows a motion: an exercise has one, each way between positions its own. */
export function clipName(motion: Motion, travels: readonly string[]): string {
  if (motion.exercise !== "travel") return motion.exercise;
  if (motion.from !== motion.to) return `travel-${motion.from}-${motion.to}`;
  return travels.find((name) => name.endsWith(`-${motion.to}`)) ?? "";
}
