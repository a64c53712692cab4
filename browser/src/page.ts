/** What a page hands to its script: data in JSON blocks, addresses in attributes. */

/** The value of the JSON block `id`, or `otherwise` where the page has none. */
export function readJson<T>(id: string, otherwise: T): T {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : otherwise;
}

export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}
