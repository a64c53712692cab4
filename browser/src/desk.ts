/** The therapist's desk: the preview follows what is typed, and nothing typed is lost by leaving. */

/** Milliseconds without a key before the preview is asked for. */
const QUIET = 600;

const form = document.querySelector<HTMLFormElement>("form[data-desk]");
if (form) {
  followTyping(form, form.dataset.desk ?? "");
  askBeforeLeaving(form);
}

function followTyping(typed: HTMLFormElement, address: string): void {
  let waiting = 0;
  let asked: AbortController | null = null;
  typed.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      asked?.abort();
      asked = new AbortController();
      void show(typed, address, asked.signal);
    }, QUIET);
  });
}

/** Put the server's preview in place of the old one; without an answer the old one stays. */
async function show(typed: HTMLFormElement, address: string, signal: AbortSignal): Promise<void> {
  try {
    const answer = await fetch(address, { method: "POST", body: new FormData(typed), signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#preview-body");
    if (fresh) document.querySelector("#preview-body")?.replaceWith(fresh);
  } catch {
    // Aborted by the next key, or no network: the button below the form does the same.
  }
}

function askBeforeLeaving(typed: HTMLFormElement): void {
  let changed = false;
  const stay = (event: BeforeUnloadEvent) => {
    if (changed) event.preventDefault();
  };
  typed.addEventListener("input", () => {
    changed = true;
  });
  typed.addEventListener("submit", () => {
    changed = false;
  });
  addEventListener("beforeunload", stay);
}
