/** Where the service worker keeps the one player page, and the offline page looks for it. */
export const KEPT = "supple-kept";
