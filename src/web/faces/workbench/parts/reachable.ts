/** Makes a part that scrolls by itself reachable with Tab, so that the arrow keys can scroll it. */
export const reachable = { tabIndex: 0 } as const
