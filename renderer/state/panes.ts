// The panes that F6 goes through, in the order of the eye.

// `note`: the bar over selected words, or the card of a note; they float beside the text.
export const paneOrder = ['bar', 'sidebar', 'main', 'note', 'outline', 'status'] as const;
export type PaneName = (typeof paneOrder)[number];

/** The pane after (1) or before (-1) the present one, among those that can be reached; null when there is none. */
export function nextPane(present: PaneName | null, shown: readonly PaneName[], by: 1 | -1): PaneName | null {
  const reachable = paneOrder.filter((name) => shown.includes(name));
  if (reachable.length === 0) return null;
  const at = present === null ? -1 : reachable.indexOf(present);
  if (at === -1) return (by === 1 ? reachable[0] : reachable.at(-1)) ?? null;
  return reachable[(at + by + reachable.length) % reachable.length] ?? null;
}
