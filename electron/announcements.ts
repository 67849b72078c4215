/** How the window is told; both ask it to look again, so saying it once a moment is enough. */
export type Announcements = {
  stateChanged: () => void;
  /** No ids: the list as a whole. */
  campaignsChanged: (ids: string[]) => void;
};

const moment = 100;

/** Gathers what changes within a moment (100 ms) into one event each: sending changes its rows many times a second. */
export function gatherAnnouncements(
  tell: (event: { kind: "state" } | { kind: "campaigns"; ids: string[] }) => void,
  after: (ms: number, act: () => void) => void = (ms, act) => void setTimeout(act, ms),
): Announcements {
  let state = false;
  let campaigns: Set<string> | null = null;
  const announcements: Announcements = {
    stateChanged() {
      if (state) return;
      state = true;
      after(moment, () => {
        state = false;
        tell({ kind: "state" });
      });
    },
    campaignsChanged(ids) {
      if (campaigns !== null) {
        for (const id of ids) campaigns.add(id);
        return;
      }
      campaigns = new Set(ids);
      after(moment, () => {
        const changed = [...(campaigns ?? [])];
        campaigns = null;
        tell({ kind: "campaigns", ids: changed });
        // Campaigns made elsewhere came to light, or one was taken back: the side bar counts them.
        if (changed.length === 0) announcements.stateChanged();
      });
    },
  };
  return announcements;
}
