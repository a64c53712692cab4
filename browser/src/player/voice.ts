/** The spoken side of the session. */

import { chooseVoice, localVoices, speak } from "../speech.ts";
import type { Sound } from "./sound.ts";

/** Speaks lines when told to. The session never waits for it. */
export interface Speaker {
  say(text: string): void;
  hush(): void;
  /** Whether the device has a voice of its own for the session's language. */
  hasVoice(): boolean;
}

/** The device's own speech, with local voices only. */
export class DeviceSpeaker implements Speaker {
  constructor(
    private readonly sound: () => Sound,
    private readonly language: string,
  ) {}

  say(text: string): void {
    const sound = this.sound();
    if (!sound.speech || !canSpeak()) return;
    // A line still waiting is already late: the newer one takes its place.
    if (speechSynthesis.pending) speechSynthesis.cancel();
    speak(text, sound, this.language);
  }

  hush(): void {
    if (canSpeak()) speechSynthesis.cancel();
  }

  hasVoice(): boolean {
    return chooseVoice(localVoices(), this.sound().voice, this.language) !== undefined;
  }
}

function canSpeak(): boolean {
  return "speechSynthesis" in globalThis;
}
