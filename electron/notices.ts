import type { CampaignDetails, CampaignRow, CampaignState } from "../shared/campaign/view.ts";
import type { Settings } from "../shared/library/settings.ts";
import { logFailure } from "./log.ts";
import { type NoticeKind, noticeWords } from "./notice-words.ts";

export type Notice = { title: string; body: string; campaignId: string };

export type NoticePorts = {
  /** A campaign as it is now, on whichever side; null when there is none. */
  campaign: (id: string) => Promise<CampaignDetails | null>;
  settings: () => Promise<Settings>;
  /** BCP 47 tag of the system, for who has chosen no language. */
  locale: string;
  /** Whether the user looks at a window of the program: what is on the screen is not told again. */
  isLookedAt: () => boolean;
  show: (notice: Notice) => void;
  /** How far what is being sent is, 0 to 1; null when nothing is. `waits`: something needs the user. */
  progress: (share: number | null, waits: boolean) => void;
  after?: (ms: number, act: () => void) => void;
};

/** What is told outside the window: notifications and the progress on the taskbar. */
export type Notices = {
  /** What is known before anything moves, so that only what changes from now on is told. */
  begin: (rows: CampaignRow[]) => void;
  /** Something about these campaigns changed. */
  changed: (ids: string[]) => void;
  /** Everything was erased: no campaign is known any more. */
  forget: () => void;
};

type Known = { state: CampaignState; done: number; total: number };

/** Sending changes its rows many times a second; the taskbar need not. */
const moment = 1000;

const kinds: Partial<Record<CampaignState, NoticeKind>> = {
  finished: "finished",
  paused: "paused",
  attention: "attention",
  refused: "refused",
  spam: "refused",
};
const moving: ReadonlySet<CampaignState> = new Set(["moderation", "sending", "cancelling"]);

/**
 * Tells when a campaign is finished, paused, refused, or waits for an answer. A notification may be read by whoever
 * passes the screen, and the system keeps it: it has counts, and neither numbers nor texts nor the campaign's name,
 * which may be a person's.
 */
export function createNotices(ports: NoticePorts): Notices {
  const { after = (ms, act) => void setTimeout(act, ms).unref() } = ports;
  const known = new Map<string, Known>();
  let waiting: Set<string> | null = null;
  let work = Promise.resolve();

  const look = async (id: string): Promise<void> => {
    const details = await ports.campaign(id);
    if (details === null || details.row.origin !== "ours") return;
    const { row, counts } = details;
    const before = known.get(id);
    const done = counts.total - counts.waiting - counts.onTheWay;
    known.set(id, { state: row.state, done, total: counts.total });
    const kind = kinds[row.state];
    if (kind === undefined || before === undefined || before.state === row.state || ports.isLookedAt()) return;
    const { language, notifications } = await ports.settings();
    if (!notifications) return;
    const locale = language === "system" ? ports.locale : language;
    ports.show({ ...noticeWords(locale, kind, counts), campaignId: id });
  };

  const drawProgress = (): void => {
    const all = [...known.values()];
    const moved = all.filter(({ state }) => moving.has(state));
    const total = moved.reduce((sum, one) => sum + one.total, 0);
    const done = moved.reduce((sum, one) => sum + one.done, 0);
    const waits = all.some(({ state }) => state === "attention" || state === "paused");
    ports.progress(total === 0 ? null : done / total, waits);
  };

  const flush = async (ids: Set<string>): Promise<void> => {
    for (const id of ids) await look(id);
    drawProgress();
  };

  return {
    begin(rows) {
      for (const { id, origin, state, people, delivered, failed } of rows) {
        if (origin !== "ours") continue;
        known.set(id, { state, done: (delivered ?? 0) + (failed ?? 0), total: people ?? 0 });
      }
      drawProgress();
    },
    forget() {
      known.clear();
      waiting?.clear();
      drawProgress();
    },
    changed(ids) {
      if (waiting !== null) {
        for (const id of ids) waiting.add(id);
        return;
      }
      waiting = new Set(ids);
      after(moment, () => {
        const gathered = waiting ?? new Set();
        waiting = null;
        work = work.then(() => flush(gathered)).catch((error: unknown) => logFailure("notices", error));
      });
    },
  };
}
