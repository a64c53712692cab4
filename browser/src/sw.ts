/**
 * The service worker: today's session opens without a network.
 *
 * Everything is asked of the network first. Two pages are kept, with the files
 * they need: the one that says there is no network, and the player with the
 * latest plan. Diaries and answers never are.
 */

import { KEPT } from "./kept.ts";

const worker = self as unknown as ServiceWorkerGlobalScope;

const SHELL = "supple-shell";
const FILES = "supple-files";
const OFFLINE = "/offline/";
const PLAYER = /^\/play\/[^/]+\/$/;
const OURS = /^\/(static|figure)\//;
/** A server that does not answer in this time is as good as none. */
const PATIENCE = 4000;

worker.addEventListener("install", (event) => {
  event.waitUntil(keepPage(SHELL, OFFLINE).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keepPlayer(String(event.data.keep)));
  if (event.data?.forget) event.waitUntil(caches.delete(KEPT));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (OURS.test(url.pathname)) event.respondWith(file(request));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openToday());
});

/** The window that is open already, else a new one. */
async function openToday(): Promise<void> {
  const [open] = await worker.clients.matchAll({ type: "window" });
  if (open) await open.focus();
  else await worker.clients.openWindow("/");
}

async function page(request: Request, url: URL): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return (await found(KEPT, url.pathname)) ?? (await found(SHELL, OFFLINE)) ?? Response.error();
  }
}

async function file(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await found(FILES, request.url)) ?? Response.error();
  }
}

async function found(cache: string, address: string): Promise<Response | undefined> {
  return (await caches.open(cache)).match(address, { ignoreSearch: true, ignoreVary: true });
}

/** Keep the player page at `path` and its files, and nothing of an older one. */
async function keepPlayer(path: string): Promise<void> {
  if (!PLAYER.test(path)) return;
  const needed = [...(await keepPage(SHELL, OFFLINE)), ...(await keepPage(KEPT, path))];
  await keepOnly(KEPT, [new URL(path, worker.location.href).href]);
  await keepOnly(FILES, needed);
}

async function keepOnly(cache: string, addresses: readonly string[]): Promise<void> {
  const kept = await caches.open(cache);
  for (const request of await kept.keys()) {
    if (!addresses.includes(request.url)) await kept.delete(request);
  }
}

/** Keep the page at `path`; the addresses of its files. A page that cannot be had stays as it was. */
async function keepPage(cache: string, path: string): Promise<string[]> {
  const response = await fetch(path, { redirect: "error" });
  if (!response.ok) throw new Error(`${path} answered ${response.status}; nothing was kept.`);
  await (await caches.open(cache)).put(path, response.clone());
  return keepFiles(await response.text(), worker.location.href);
}

async function keepFiles(text: string, base: string): Promise<string[]> {
  const files = await caches.open(FILES);
  const addresses = filesNamedIn(text, base);
  for (const address of [...addresses]) {
    const response = await fetch(address);
    await files.put(address, response.clone());
    const style = response.headers.get("Content-Type")?.startsWith("text/css");
    if (style) addresses.push(...(await keepFiles(await response.text(), address)));
  }
  return addresses;
}

/** The addresses of our own files that a page or a style sheet names. */
function filesNamedIn(text: string, base: string): string[] {
  const quoted = text.matchAll(
    /["'](\/(?:static|figure)\/[^"'\s]+)["']|url\(["']?([^"')]+)["']?\)/g,
  );
  const addresses = [...quoted].map((match) => new URL(match[1] ?? match[2] ?? "", base));
  const ours = addresses.filter(
    (url) => url.origin === worker.location.origin && OURS.test(url.pathname),
  );
  return [...new Set(ours.map((url) => url.href))];
}
