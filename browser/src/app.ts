/** On every page: the service worker, left-over events, and small helps for the forms. */

import { KEPT } from "./kept.ts";
import { localDate, zone } from "./log/event.ts";
import { Outbox } from "./log/outbox.ts";
import { HttpServer } from "./log/server.ts";
import { openStore } from "./log/store.ts";
import { csrfToken, readJson } from "./page.ts";
import { heedReminder } from "./reminder.ts";
import { fillVoices } from "./voices.ts";
import { type Catalogue, useWords } from "./words.ts";

const SESSIONS = "/api/sessions/";

useWords(readJson<Catalogue>("words", { locale: document.documentElement.lang, messages: {} }));
fillForms();
fillVoices(document);
offerPrinting();
heedReminder(document);
void showKept();
void sendLeftOver();
void register();

async function register(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  const plan = document.querySelector("[data-keep]");
  if (plan) active?.postMessage({ keep: addressOf(plan) });
  for (const button of document.querySelectorAll("[data-forget]")) {
    button.addEventListener("click", () => active?.postMessage({ forget: true }));
  }
}

function addressOf(element: Element): string {
  const address = element.getAttribute("href") ?? element.getAttribute("action") ?? "";
  return new URL(address, location.href).pathname;
}

/** The time zone and today's date, which only the browser knows. */
function fillForms(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("[data-zone]")) {
    input.value = zone();
  }
  for (const input of document.querySelectorAll<HTMLInputElement>("[data-today]")) {
    input.value ||= localDate(new Date());
  }
}

function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

/** On the offline page: the way to the session that was kept. */
async function showKept(): Promise<void> {
  const place = document.querySelector<HTMLElement>("[data-kept]");
  const link = place?.querySelector("a");
  if (!place || !link || !("caches" in window)) return;
  const [kept] = await (await caches.open(KEPT)).keys();
  if (!kept) return;
  link.href = new URL(kept.url).pathname;
  place.hidden = false;
}

/** Events of a session that a closed tab or a lost network kept from the server. */
async function sendLeftOver(): Promise<void> {
  const server = new HttpServer(SESSIONS, csrfToken());
  const outbox = new Outbox(await openStore(), server);
  window.addEventListener("online", () => void outbox.sendAll());
  await outbox.sendAll();
}
