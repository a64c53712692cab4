/** An event as it is kept and sent: what the player logged, stamped with whose it is and when. */

import type { Logged } from "../player/state.ts";

export interface StoredEvent extends Logged {
  session: string;
  /** The wall clock with its offset, and its zone: recorded, never computed with. */
  wall: string;
  zone: string;
}

export function stamp(event: Logged, session: string, now: Date): StoredEvent {
  return { session, ...event, wall: localTime(now), zone: zone() };
}

export function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** ISO 8601 with milliseconds and the local offset: 2026-11-24T07:12:03.120+01:00. */
export function localTime(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const sign = minutes < 0 ? "-" : "+";
  const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${sign}${pad(hour)}:${pad(minute)}`;
}

/** The local ISO date. */
export function localDate(now: Date): string {
  return localTime(now).slice(0, 10);
}

/** Whether a session's log has its last event. */
export function isOver(log: readonly Logged[]): boolean {
  const last = log.at(-1)?.type;
  return last === "finish" || last === "leave";
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
