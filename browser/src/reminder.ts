/**
 * The reminder on this device: a neutral notification at the chosen time.
 *
 * A page that is open asks the server when it rings and waits. A browser that
 * is closed shows nothing. The server knows of changes and of days of rest, so
 * it is asked again at the moment itself.
 */

import { t } from "./words.ts";

/** When the server says it rings: ISO moments with their offset, or none. */
export interface Due {
  today: string | null;
  next: string | null;
  title: string;
}

const DUE = "/reminders/due.json";
const CHOSEN = "supple-reminder";
const LAST = "supple-reminder-last";
/** A moment missed by more than this (the computer slept) is let go. */
const LATE = 60 * 60 * 1000;
/** Timers cannot wait for weeks; look again at the latest after this. */
const LONGEST_WAIT = 12 * 60 * 60 * 1000;
/** A moment that is past here and to come on the server: its clock is behind, so ask again later. */
const CLOCKS_DIFFER = 60 * 1000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether it rings at `now`; `last` is the day it last rang on, as 2026-11-24. */
export function ringsAt(due: Due, now: number, last: string): boolean {
  if (due.today === null || dayOf(due.today) === last) return false;
  const passed = now - Date.parse(due.today);
  return passed >= 0 && passed < LATE;
}

/** Milliseconds to wait before asking again; none where nothing is to come. */
export function waitFrom(due: Due, now: number): number | undefined {
  if (due.next === null) return undefined;
  const wait = Date.parse(due.next) - now;
  return wait > 0 ? Math.min(wait, LONGEST_WAIT) : CLOCKS_DIFFER;
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

/** Wait for the reminder, if it was chosen on this device, and let the page choose it. */
export function heedReminder(root: ParentNode): void {
  showChoice(root);
  const look = () => void lookOnce();
  window.addEventListener("online", look);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
  look();
}

async function lookOnce(): Promise<void> {
  clearTimeout(timer);
  if (!isChosen()) return;
  const due = await ask();
  if (due === undefined) return;
  // Of several open pages only one rings.
  await navigator.locks.request(CHOSEN, () => ringIfDue(due));
  const wait = waitFrom(due, Date.now());
  if (wait !== undefined) timer = setTimeout(() => void lookOnce(), wait);
}

async function ask(): Promise<Due | undefined> {
  try {
    const answer = await fetch(DUE);
    return answer.ok ? ((await answer.json()) as Due) : undefined;
  } catch {
    return undefined; // asked again once there is a network
  }
}

async function ringIfDue(due: Due): Promise<void> {
  if (!ringsAt(due, Date.now(), localStorage.getItem(LAST) ?? "")) return;
  localStorage.setItem(LAST, dayOf(due.today ?? ""));
  const worker = await navigator.serviceWorker.ready;
  await worker.showNotification(due.title, { tag: CHOSEN });
}

function isChosen(): boolean {
  return (
    canShow() && Notification.permission === "granted" && localStorage.getItem(CHOSEN) === "on"
  );
}

function canShow(): boolean {
  return "Notification" in window && "serviceWorker" in navigator && "locks" in navigator;
}

function showChoice(root: ParentNode): void {
  const place = root.querySelector<HTMLElement>("[data-notify]");
  if (!place) return;
  place.hidden = false;
  place.querySelector("[data-notify-on]")?.addEventListener("click", () => void choose(place));
  place.querySelector("[data-notify-off]")?.addEventListener("click", () => {
    localStorage.removeItem(CHOSEN);
    clearTimeout(timer);
    showState(place);
  });
  showState(place);
}

/** Permission is asked for here alone, when the person wants it. */
async function choose(place: HTMLElement): Promise<void> {
  if (canShow() && (await Notification.requestPermission()) === "granted") {
    localStorage.setItem(CHOSEN, "on");
    await lookOnce();
  }
  showState(place);
}

function showState(place: HTMLElement): void {
  const chosen = isChosen();
  const state = place.querySelector("[data-notify-state]");
  if (state) state.textContent = stateOf(chosen);
  place.querySelector("[data-notify-on]")?.toggleAttribute("hidden", chosen || !canShow());
  place.querySelector("[data-notify-off]")?.toggleAttribute("hidden", !chosen);
}

function stateOf(chosen: boolean): string {
  if (!canShow()) return t("This browser cannot show reminders.");
  if (chosen) return t("It is shown on this device while Supple is open.");
  if (Notification.permission === "denied") {
    return t(
      "This browser was told not to show anything from Supple. Its settings can change that.",
    );
  }
  return t("It is not shown on this device.");
}
