/** Volume and voice, within reach while the session waits. */

import { make } from "../dom.ts";
import { localVoices } from "../speech.ts";
import { t } from "../words.ts";
import { keepSound, type Sound } from "./sound.ts";

type Change = (changed: Partial<Sound>) => void;

/** Open the dialog over the session; every change is heard at once and kept on this device. */
export function openSound(
  sound: () => Sound,
  change: Change,
  tryOut: () => void,
  closed: () => void,
): void {
  const keep: Change = (changed) => {
    keepSound(changed);
    change(changed);
  };
  const close = make("button", "button", { type: "button" }, t("Close"));
  const hear = make("button", "button button--quiet", { type: "button" }, t("Hear it"));
  const title = make("h2", "dialog__title", { id: "sound-title", tabindex: "-1" }, t("Sound"));
  const dialog = make(
    "dialog",
    "dialog",
    { "aria-labelledby": "sound-title" },
    title,
    make("div", "stack", {}, ...fields(sound(), keep)),
    make("div", "actions", {}, close, hear),
  );
  close.addEventListener("click", () => dialog.close());
  hear.addEventListener("click", tryOut);
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
}

function fields(sound: Sound, keep: Change): HTMLElement[] {
  return [
    range(t("Volume"), sound.volume, [0.1, 1], (volume) => keep({ volume })),
    tick(t("Voice"), sound.speech, (speech) => keep({ speech })),
    voices(sound.voice, (voice) => keep({ voice })),
    range(t("How fast the voice speaks"), sound.rate, [0.6, 1.4], (rate) => keep({ rate })),
    tick(t("Tones"), sound.tones, (tones) => keep({ tones })),
    tick(t("Flash at every change"), sound.flash, (flash) => keep({ flash })),
    tick(t("Vibrate when you lie face down"), sound.vibrate, (vibrate) => keep({ vibrate })),
  ];
}

function tick(label: string, checked: boolean, set: (on: boolean) => void): HTMLElement {
  const input = make("input", "", { type: "checkbox", checked });
  input.addEventListener("change", () => set(input.checked));
  return make("label", "check", {}, input, make("span", "", {}, label));
}

function range(
  label: string,
  value: number,
  [min, max]: [number, number],
  set: (value: number) => void,
): HTMLElement {
  const attributes = { type: "range", min: String(min), max: String(max), step: "0.1" };
  const input = make("input", "field__input", attributes);
  input.value = String(value);
  input.addEventListener("change", () => set(Number(input.value)));
  return make("label", "field", {}, make("span", "field__label", {}, label), input);
}

function voices(chosen: string, set: (voice: string) => void): HTMLElement {
  const select = make("select", "field__input");
  select.append(new Option(t("The device's own choice"), ""));
  for (const voice of localVoices()) select.append(new Option(voice.name, voice.voiceURI));
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  select.addEventListener("change", () => set(select.value));
  return make("label", "field", {}, make("span", "field__label", {}, t("Which voice")), select);
}
