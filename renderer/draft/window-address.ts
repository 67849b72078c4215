/** The draft on the screen, and the file that is being read for it just now. */
export type DraftAddress = { draftId: string; reading: string | null };

/**
 * Says in the window's own address what is on the screen, null for anything but a draft: should the window's process
 * die, main opens the next window at the same address.
 */
export function setDraftAddress(address: DraftAddress | null): void {
  const parts = address === null ? [] : [address.draftId, ...(address.reading === null ? [] : [address.reading])];
  const fragment =
    parts.length === 0 ? "" : `#draft/${parts.map((part) => encodeURIComponent(part.toWellFormed())).join("/")}`;
  history.replaceState(null, "", `${location.pathname}${fragment}`);
}

/** What was chosen in the menu of a Mac before there was a window; null for any other address. */
export function menuAddress(): string | null {
  const [kind, command] = location.hash.split("/");
  return kind === "#menu" && command !== undefined ? command : null;
}

/** What the window's address says: of itself, or of the window whose place it took. */
export function draftAddress(): DraftAddress | null {
  const [kind, draftId, reading] = location.hash.split("/");
  if (kind !== "#draft" || draftId === undefined) return null;
  return { draftId: decodeURIComponent(draftId), reading: reading === undefined ? null : decodeURIComponent(reading) };
}
