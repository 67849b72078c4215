import { describe, expect, test } from "vitest";
import { createNotices, type Notice } from "../../../electron/notices.ts";
import type { CampaignDetails, CampaignState } from "../../../shared/campaign/view.ts";
import { settings } from "../../../shared/library/settings.ts";
import { aCampaign, counts } from "../renderer/features/campaigns/a-campaign.ts";

const flowers = aCampaign();

/** A program of which one campaign moves, and what it told. */
function aDesk({ locale = "en-GB", notifications = true } = {}) {
  const shown: Notice[] = [];
  const progress: (number | null)[] = [];
  const waiting: boolean[] = [];
  let details: CampaignDetails = flowers;
  const desk = { shown, progress, waiting, isLookedAt: false };
  const timers: (() => void)[] = [];
  const notices = createNotices({
    locale,
    campaign: () => Promise.resolve(details),
    settings: () => Promise.resolve(settings.parse({ notifications })),
    isLookedAt: () => desk.isLookedAt,
    show: (notice) => shown.push(notice),
    progress: (share, waits) => {
      progress.push(share);
      waiting.push(waits);
    },
    after: (_ms, act) => timers.push(act),
  });
  const becomes = async (state: CampaignState, known: Partial<CampaignDetails["counts"]> = { delivered: 10 }) => {
    details = { ...flowers, row: { ...flowers.row, state }, counts: counts(40, known) };
    const before = progress.length;
    notices.changed(["c1"]);
    for (const act of timers.splice(0)) act();
    // What is looked up on the way answers before the progress is drawn.
    while (progress.length === before) await Promise.resolve();
  };
  return { ...desk, notices, becomes, look: (at: boolean) => void (desk.isLookedAt = at) };
}

describe("a notification", () => {
  test.each([
    ["finished", "A campaign has finished", "Delivered: 38 of 40."],
    ["paused", "A campaign is paused", "Delivered: 38 of 40."],
    ["attention", "A campaign waits for your answer", "Open Campaign Desk"],
    ["refused", "The service refused a campaign", "Delivered: 38 of 40."],
  ] as const)("says that a campaign is %s, with counts", async (state, title, words) => {
    const desk = aDesk();
    await desk.becomes("sending");
    await desk.becomes(state, { delivered: 38 });
    expect(desk.shown).toMatchObject([{ title, campaignId: "c1" }]);
    expect(desk.shown[0]?.body).toContain(words);
  });

  test("has nothing of a person in it: no number, no text and not the campaign's name", async () => {
    for (const locale of ["en-GB", "uk-UA", "ru-RU"]) {
      const desk = aDesk({ locale });
      await desk.becomes("sending");
      for (const state of ["finished", "sending", "paused", "sending", "attention", "refused"] as const) {
        await desk.becomes(state);
      }
      const words = desk.shown.map(({ title, body }) => `${title} ${body}`).join(" ");
      expect(desk.shown).toHaveLength(4);
      expect(words).not.toContain(flowers.row.title);
      expect(words).not.toContain(flowers.text);
      expect(words).not.toMatch(/\d{5}/);
    }
  });

  test("speaks the language of the program", async () => {
    const desk = aDesk({ locale: "uk-UA" });
    await desk.becomes("sending");
    await desk.becomes("finished");
    expect(desk.shown[0]?.title).toBe("Кампанію завершено");
  });

  test("comes once for each change, and not for what the last run had told", async () => {
    const desk = aDesk();
    desk.notices.begin([{ ...flowers.row, state: "finished" }]);
    await desk.becomes("finished");
    await desk.becomes("finished");
    expect(desk.shown).toEqual([]);
  });

  test("comes for what changed while the program was closed", async () => {
    const desk = aDesk();
    desk.notices.begin([flowers.row]);
    await desk.becomes("finished");
    await desk.becomes("finished");
    expect(desk.shown).toHaveLength(1);
  });

  test("does not come while the user looks at the program, nor when it is switched off", async () => {
    const off = aDesk({ notifications: false });
    const looked = aDesk();
    looked.look(true);
    for (const desk of [off, looked]) {
      await desk.becomes("sending");
      await desk.becomes("finished");
      expect(desk.shown).toEqual([]);
    }
  });
});

describe("the progress on the taskbar", () => {
  test("is everybody who no longer waits, and goes when nothing is being sent", async () => {
    const desk = aDesk();
    await desk.becomes("sending", { delivered: 10, failed: 2, notCertain: 8 });
    await desk.becomes("finished", { delivered: 40 });
    expect(desk.progress).toEqual([0.5, null]);
  });

  test("is not of campaigns that were made elsewhere: nothing is told of those", () => {
    const desk = aDesk();
    desk.notices.begin([{ ...flowers.row, id: "elsewhere:1", origin: "elsewhere", state: "sending" }]);
    expect(desk.progress).toEqual([null]);
  });

  test("shows while another campaign waits for an answer", async () => {
    const desk = aDesk();
    desk.notices.begin([{ ...flowers.row, id: "c2", state: "attention" }]);
    await desk.becomes("sending");
    expect(desk.waiting).toEqual([true, true]);
    expect(desk.progress).toEqual([null, 0.25]);
  });

  test("is of no campaign any more once everything was erased", () => {
    const desk = aDesk();
    desk.notices.begin([{ ...flowers.row, state: "sending" }]);
    desk.notices.forget();
    expect(desk.progress.at(-1)).toBeNull();
    expect(desk.progress).toHaveLength(2);
  });
});
