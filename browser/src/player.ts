/** The player page: find the session that is to be led, and lead it. */

import { make } from "./dom.ts";
import { liveFigure } from "./live/live.ts";
import { isOver, type StoredEvent } from "./log/event.ts";
import { Outbox } from "./log/outbox.ts";
import { HttpServer } from "./log/server.ts";
import { openStore } from "./log/store.ts";
import { csrfToken, readJson } from "./page.ts";
import {
  elsewhereCard,
  helpCard,
  keptCard,
  resumeCard,
  startCard,
  unreadableCard,
} from "./player/cards.ts";
import { takeLead } from "./player/device.ts";
import { findUnfinished, Journal } from "./player/journal.ts";
import { Player } from "./player/player.ts";
import { readScript } from "./player/read.ts";
import { reduce, replay } from "./player/reducer.ts";
import { screenOf } from "./player/screen.ts";
import type { Script } from "./player/script.ts";
import { keptSound, readSound, type Sound } from "./player/sound.ts";
import { type Data, START, type State } from "./player/state.ts";
import { Tones } from "./player/tones.ts";
import { DeviceSpeaker } from "./player/voice.ts";
import { type Catalogue, useWords } from "./words.ts";

/** How long the last events may take before the person is sent on without them. */
const PARTING = 2000;

useWords(readJson<Catalogue>("words", { locale: document.documentElement.lang, messages: {} }));
const root = document.getElementById("player");
const script = readScript(readJson<unknown>("script", null));
if (root) {
  root.classList.add("player");
  root.tabIndex = -1;
  if (typeof script === "string") unreadableCard(root, root.dataset.home ?? "/", script);
  else void open(root, script);
}

async function open(main: HTMLElement, script: Script): Promise<void> {
  const store = await openStore();
  const server = new HttpServer(main.dataset.sessions ?? "/api/sessions/", csrfToken());
  const page = new PlayerPage(main, script, store, server);
  await page.open();
}

class PlayerPage {
  private readonly outbox: Outbox;
  private readonly sound: Sound;
  private readonly speaker: DeviceSpeaker;
  private readonly tones: Tones;
  private readonly home: string;
  private player: Player | null = null;

  constructor(
    private readonly main: HTMLElement,
    private readonly script: Script,
    private readonly store: Awaited<ReturnType<typeof openStore>>,
    private readonly server: HttpServer,
  ) {
    this.home = main.dataset.home ?? "/";
    this.outbox = new Outbox(store, server);
    this.sound = readSound(readJson<Partial<Sound>>("settings", {}), keptSound());
    this.speaker = new DeviceSpeaker(() => this.sound, script.locale);
    this.tones = new Tones(() => this.sound);
    window.addEventListener("online", () => void this.outbox.sendAll());
  }

  /** Take the lead if no other tab has it, and offer what there is to do. */
  async open(steal = false): Promise<void> {
    if (!(await takeLead(() => this.lose(), steal))) {
      elsewhereCard(this.main, this.home, () => void this.open(true));
      return;
    }
    const log = await this.unfinished();
    if (log) this.offerResuming(log);
    else if (location.hash === "#go") this.begin();
    else startCard(this.main, this.script, this.home, this.speaker.hasVoice(), () => this.begin());
  }

  /** A session begun on this device, or one that only the server still knows. */
  private async unfinished(): Promise<StoredEvent[] | null> {
    const here = await findUnfinished(this.store, this.script.id);
    const there = this.main.dataset.unfinished;
    if (here || !there) return here;
    const log = await this.server.read(there).catch(() => []);
    if (!log.length || isOver(log)) return null;
    await this.store.add(log);
    return log;
  }

  private offerResuming(log: StoredEvent[]): void {
    const state = replay(this.script, log);
    if (state.phase === "emergency") {
      helpCard(
        this.main,
        this.safety,
        () => void this.close(log).then(() => this.goTo(this.safety)),
      );
    } else {
      const goOn = () => this.lead(log, state, "reopen");
      const again = () => void this.close(log).then(() => this.begin());
      resumeCard(this.main, screenOf(this.script, state).left, goOn, again);
    }
  }

  private get safety(): string {
    return this.main.dataset.safety ?? "/safety/";
  }

  private goTo(address: string): void {
    location.assign(address);
  }

  /** Close the unfinished session where it stopped. */
  private async close(log: StoredEvent[]): Promise<void> {
    const state = replay(this.script, log);
    const journal = this.journalOf(log);
    const { commands } = reduce(this.script, state, { type: "leave", at: state.at });
    for (const command of commands) if (command.do === "log") journal.keep(command.event);
    await this.settled(journal);
  }

  private begin(): void {
    const { id, plan } = this.script;
    this.lead([], START, "start", { script: id, plan, pain_before: painBefore() });
  }

  private lead(log: StoredEvent[], state: State, first: "start" | "reopen", data: Data = {}): void {
    const place = make("div", "player__figure");
    const journal = this.journalOf(log);
    this.tones.wake();
    this.player = new Player(this.script, state, {
      root: this.main,
      stage: make("div", "player__stage", {}, place),
      figure: liveFigure(place),
      speaker: this.speaker,
      tones: this.tones,
      journal,
      sound: this.sound,
      emergency: this.main.dataset.emergency ?? "",
      ended: (last) => void this.end(journal, last),
    });
    this.player.send(first, data);
    if (first === "reopen") this.player.send("resume");
  }

  private journalOf(log: StoredEvent[]): Journal {
    return new Journal(log[0]?.session ?? crypto.randomUUID(), log, this.store, this.outbox);
  }

  private lose(): void {
    this.player?.yield();
    elsewhereCard(this.main, this.home, () => location.reload());
  }

  /** Go on to "how was it"; without a server, say that all is kept. */
  private async end(journal: Journal, state: State): Promise<void> {
    const sent = await this.settled(journal);
    if (!sent) keptCard(this.main, this.home);
    else if (state.hurt && SERIOUS.has(state.hurt)) this.goTo(this.safety);
    else this.goTo(`${this.main.dataset.after ?? "/after/"}${journal.session}/`);
  }

  /** Whether the server has everything, after a short wait. */
  private settled(journal: Journal): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PARTING));
    return Promise.race([journal.settle(), late]);
  }
}

const SERIOUS = new Set(["chest", "numb"]);

/** The answer that Today put into the address; taken out of it, for it is nobody's business. */
function painBefore(): number | null {
  const address = new URL(location.href);
  const given = address.searchParams.get("pain");
  address.searchParams.delete("pain");
  history.replaceState(null, "", address.pathname + address.search);
  const pain = Number(given ?? Number.NaN);
  return given !== "" && Number.isInteger(pain) && pain >= 0 && pain <= 10 ? pain : null;
}
