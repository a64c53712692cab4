/** The Read page: words and fields light each other up, words are marked, files are dropped. */

import { readJson } from "./page.ts";
import { type Catalogue, t, useWords } from "./words.ts";

const LIT = "lit";

useWords(readJson<Catalogue>("words", { locale: document.documentElement.lang, messages: {} }));
lightUp();
const words = document.querySelector<HTMLElement>("[data-words]");
const box = document.querySelector<HTMLTextAreaElement>("[data-add] textarea");
if (words && box) markWords(words, box);
const bring = document.querySelector<HTMLFormElement>("form[data-bring]");
if (bring) takeFiles(bring);
const other = document.querySelector<HTMLInputElement>("[data-other]");
document.querySelector("#other")?.addEventListener("change", () => other?.click());

/** Whatever the pointer or the keyboard is on lights up all that came from the same words. */
function lightUp(): void {
  const show = (event: Event) => light(event.target instanceof Element ? event.target : null);
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", (event) => {
    show(event);
    if (event.target instanceof Element) bringIntoView(event.target);
  });
}

function light(from: Element | null): void {
  for (const element of document.querySelectorAll(`.${LIT}`)) element.classList.remove(LIT);
  for (const element of sharing(from)) element.classList.add(LIT);
}

/** All elements of the field that `from` belongs to; of the whole exercise where it names none. */
function sharing(from: Element | null): Element[] {
  const own = from?.closest<HTMLElement>("[data-lit]")?.dataset.lit?.split(" ") ?? [];
  const fields = own.filter((name) => name.includes("-"));
  return (fields.length ? fields : own).flatMap((name) => [
    ...document.querySelectorAll(`[data-lit~="${name}"]`),
  ]);
}

/** The words of a field, in their own pane; the page itself stays where it is. */
function bringIntoView(from: Element): void {
  if (!words || words.contains(from)) return;
  const first = sharing(from).find((element) => words.contains(element));
  if (!first) return;
  const here = words.getBoundingClientRect();
  const there = first.getBoundingClientRect();
  if (there.top >= here.top && there.bottom <= here.bottom) return;
  words.scrollTop += there.top - here.top - here.height / 3;
}

/** Words that are marked on the page can be added as an exercise. */
function markWords(page: HTMLElement, into: HTMLTextAreaElement): void {
  const row = document.querySelector<HTMLElement>("[data-mark]");
  const button = row?.querySelector("button");
  document.querySelector<HTMLElement>("[data-mark-hint]")?.removeAttribute("hidden");
  if (!row || !button) return;
  let marked = "";
  document.addEventListener("selectionchange", () => {
    const found = selected(page);
    // Pressing the button must not lose what it is about.
    if (!found && document.activeElement === button) return;
    marked = found;
    row.hidden = !marked;
  });
  button.addEventListener("click", () => {
    into.value = marked;
    into.form?.requestSubmit();
  });
}

function selected(page: HTMLElement): string {
  const selection = getSelection();
  if (!selection?.anchorNode || selection.isCollapsed) return "";
  if (!page.contains(selection.anchorNode) || !page.contains(selection.focusNode)) return "";
  return selection.toString().trim();
}

/** A file may be dropped on its field; one that is too large is told before it is sent. */
function takeFiles(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const place = form.querySelector<HTMLElement>("[data-drop]");
  if (!input || !place) return;
  place.querySelector("[data-drop-hint]")?.removeAttribute("hidden");
  for (const kind of ["dragenter", "dragover"]) {
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.classList.add(LIT);
    });
  }
  place.addEventListener("dragleave", () => place.classList.remove(LIT));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove(LIT);
    if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files;
    tooLarge(form, input);
  });
  input.addEventListener("change", () => tooLarge(form, input));
  form.addEventListener("submit", (event) => {
    if (tooLarge(form, input)) event.preventDefault();
    else busy(form);
  });
}

/** Whether the chosen file is larger than is read; the sentence stands beside its field. */
function tooLarge(form: HTMLFormElement, input: HTMLInputElement): boolean {
  const file = input.files?.[0];
  const over = file !== undefined && file.size > Number(form.dataset.largest);
  const error = form.querySelector<HTMLElement>("#file-error");
  input.setAttribute("aria-invalid", String(over));
  if (error) {
    error.hidden = !over;
    error.textContent = over ? (form.dataset.tooLarge ?? "") : "";
  }
  return over;
}

/** Reading takes a moment: say so, and do not send it twice. */
function busy(form: HTMLFormElement): void {
  const status = form.querySelector("[data-busy]");
  const button = form.querySelector<HTMLButtonElement>("button:not([type=button])");
  if (status) status.textContent = t("Reading…");
  if (button) button.disabled = true;
  // Back from the next page, the form is ready again.
  addEventListener("pageshow", () => {
    if (button) button.disabled = false;
    if (status) status.textContent = "";
  });
}
