/** The choice of a voice in a form: which ones there are only the device knows. */

import { localVoices, speak } from "./speech.ts";
import { t } from "./words.ts";

export function fillVoices(root: ParentNode): void {
  const select = root.querySelector<HTMLSelectElement>("select[data-voices]");
  if (!select || !("speechSynthesis" in window)) return;
  const fill = () => showVoices(select);
  speechSynthesis.addEventListener?.("voiceschanged", fill);
  fill();
  root.querySelector("[data-try-voice]")?.addEventListener("click", () => tryVoice(select));
}

function showVoices(select: HTMLSelectElement): void {
  const chosen = select.value || (select.dataset.chosen ?? "");
  const options = localVoices().map((voice) => new Option(`${voice.name}`, voice.voiceURI));
  select.replaceChildren(...[...select.options].slice(0, 1), ...options);
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function tryVoice(select: HTMLSelectElement): void {
  const form = new FormData(select.form ?? undefined);
  const how = { voice: select.value, rate: number(form, "rate"), volume: number(form, "volume") };
  speechSynthesis.cancel();
  speak(t("Breathe slowly. Ten seconds left."), how, document.documentElement.lang);
}

function number(form: FormData, name: string): number {
  const value = Number(form.get(name));
  return value > 0 ? value : 1;
}
