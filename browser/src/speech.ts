/** The device's own voices. A voice that would send words to someone's server is never used. */

export interface Voice {
  /** "" = the device's own choice. */
  voice: string;
  rate: number;
  volume: number;
}

export function localVoices(): SpeechSynthesisVoice[] {
  if (!("speechSynthesis" in globalThis)) return [];
  return speechSynthesis.getVoices().filter((voice) => voice.localService);
}

/** The voice named `uri`, else the best local one for `language`. */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  uri: string,
  language: string,
): SpeechSynthesisVoice | undefined {
  const wanted = language.toLowerCase().replace("_", "-");
  const tongue = wanted.split("-")[0];
  const fitting = voices.filter((voice) => tongueOf(voice) === tongue);
  return (
    voices.find((voice) => voice.voiceURI === uri) ??
    fitting.find((voice) => normal(voice.lang) === wanted) ??
    fitting.find((voice) => voice.default) ??
    fitting[0]
  );
}

/** Speak `text` at once, or not at all where the device has no voice of its own for it. */
export function speak(text: string, how: Voice, language: string): boolean {
  const voice = chooseVoice(localVoices(), how.voice, language);
  if (!voice) return false;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = how.rate;
  utterance.volume = how.volume;
  speechSynthesis.speak(utterance);
  return true;
}

function normal(language: string): string {
  return language.toLowerCase().replace("_", "-");
}

function tongueOf(voice: SpeechSynthesisVoice): string | undefined {
  return normal(voice.lang).split("-")[0];
}
