/** How the session sounds: what the person chose, on this device. */

export interface Sound {
  speech: boolean;
  voice: string;
  rate: number;
  volume: number;
  tones: boolean;
  flash: boolean;
  vibrate: boolean;
}

const KEY = "supple-sound";
const USUAL: Sound = {
  speech: true,
  voice: "",
  rate: 1,
  volume: 1,
  tones: true,
  flash: true,
  vibrate: true,
};

/** The person's settings, with what was last changed on this device on top. */
export function readSound(settings: Partial<Sound>, kept: string | null): Sound {
  return { ...USUAL, ...fitting(settings), ...fitting(parsed(kept)) };
}

export function keptSound(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepSound(changed: Partial<Sound>): void {
  try {
    const kept = fitting(parsed(keptSound()));
    localStorage.setItem(KEY, JSON.stringify({ ...kept, ...changed }));
  } catch {
    // A browser that keeps nothing still plays with the change until the page is closed.
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
}

/** Only settings that exist, and only where their kind is right. */
function fitting(value: unknown): Partial<Sound> {
  if (typeof value !== "object" || value === null) return {};
  const known = Object.entries(value).filter(
    ([name, setting]) => name in USUAL && typeof setting === typeof USUAL[name as keyof Sound],
  );
  return Object.fromEntries(known);
}
