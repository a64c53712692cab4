/** Soft tones for those who listen: what begins, what ends, and the last three seconds. */

import type { Sound } from "./sound.ts";
import type { Tone } from "./state.ts";

/** Hertz of the notes, one after another. Rising = begin, falling = let go. */
const NOTES: Record<Tone, readonly number[]> = {
  step: [523],
  hold: [523, 784],
  ease: [784, 523],
  side: [659, 659],
  count: [440],
  stop: [392, 294],
  end: [523, 659, 784],
};
const NOTE = 0.16;
const LOUDNESS = 0.35;

export class Tones {
  private context: AudioContext | null = null;

  constructor(private readonly sound: () => Sound) {}

  /** Browsers let a page sound only after a touch or a key: call this from one. */
  wake(): void {
    this.context ??= "AudioContext" in globalThis ? new AudioContext() : null;
    if (this.context?.state === "suspended") void this.context.resume();
  }

  /** Whether the browser still waits for that touch. */
  get asleep(): boolean {
    return this.context?.state === "suspended";
  }

  play(tone: Tone): void {
    const { tones, volume } = this.sound();
    if (!tones || this.context?.state !== "running") return;
    const { context } = this;
    NOTES[tone].forEach((pitch, index) => {
      note(context, pitch, context.currentTime + index * NOTE, volume * LOUDNESS);
    });
  }

  close(): void {
    void this.context?.close();
    this.context = null;
  }
}

function note(context: AudioContext, pitch: number, at: number, loudness: number): void {
  const source = context.createOscillator();
  const gain = context.createGain();
  source.type = "sine";
  source.frequency.value = pitch;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(Math.max(loudness, 0.0002), at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + NOTE * 1.8);
  source.connect(gain).connect(context.destination);
  source.start(at);
  source.stop(at + NOTE * 2);
}
