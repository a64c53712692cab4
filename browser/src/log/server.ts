/** The server's side of the log: create a session, add its events, read them back. */

import type { StoredEvent } from "./event.ts";

/** What became of a request: done, worth trying again, or refused for good. */
export type Answer = { kind: "ok"; next: number } | { kind: "later" } | { kind: "refused" };

export interface Server {
  create(first: StoredEvent): Promise<Answer>;
  send(session: string, events: readonly StoredEvent[], parting?: boolean): Promise<Answer>;
  read(session: string): Promise<StoredEvent[]>;
}

export class HttpServer implements Server {
  constructor(
    private readonly sessions: string,
    private readonly token: string,
  ) {}

  /** Tell of a session by its first event. Safe to repeat. */
  create(first: StoredEvent): Promise<Answer> {
    const { script, plan, pain_before } = first.data;
    const body = { script, plan, pain_before, started: first.wall, zone: first.zone };
    return this.post(`${this.sessions}${first.session}/`, body, false);
  }

  /** Add `events`. `parting` = the page is going; the browser finishes the request without it. */
  send(session: string, events: readonly StoredEvent[], parting = false): Promise<Answer> {
    return this.post(`${this.sessions}${session}/events`, { events }, parting);
  }

  async read(session: string): Promise<StoredEvent[]> {
    const response = await fetch(`${this.sessions}${session}/events?after=-1`);
    if (!response.ok) return [];
    const body: { events: StoredEvent[] } = await response.json();
    return body.events;
  }

  private async post(address: string, body: object, keepalive: boolean): Promise<Answer> {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
        body: JSON.stringify(body),
        keepalive,
      });
      return await answer(response);
    } catch {
      return { kind: "later" };
    }
  }
}

/** A conflict or a body the server cannot read stays so; anything else may pass. */
async function answer(response: Response): Promise<Answer> {
  if (response.ok) {
    const body: { next?: number } = await response.json();
    return { kind: "ok", next: body.next ?? 0 };
  }
  const final = [400, 404, 409, 413, 422].includes(response.status);
  return { kind: final ? "refused" : "later" };
}
