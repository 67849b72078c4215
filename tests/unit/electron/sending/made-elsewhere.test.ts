import { expect, test } from "vitest";
import type { ServiceDetail } from "../../../../electron/bsg/port.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const account = { base: "http://127.0.0.1:1", identity: "7100002" };
const noDates = { startAt: null, realStartAt: null, finishedAt: null, createdAt: null };
const nobody = { delivered: 0, sent: 0, scheduled: 0, moderation: 0, accepted: 0, sending: 0 };
const nothing = { ...nobody, expired: 0, failed: 0, undelivered: 0, unknown: 0, read: 0 };

const price = { millionths: 2_400_000, currency: "EUR" };

/** The detail of a campaign of 100 people. */
function detailOf(
  id: string,
  status: string,
  finishedAt: string | null,
  statistics: Partial<ServiceDetail["statistics"]>,
): ServiceDetail {
  const dates = { startedAt: null, actualStartAt: null, createdAt: null, finishedAt };
  return { id, status, ...dates, totalMessages: 100, statistics: { ...nothing, ...statistics }, totalPrice: price };
}

/** The page of a campaign made elsewhere, as its detail was read last. */
function pageOf(status: string, finishedAt: string | null, statistics: Partial<ServiceDetail["statistics"]>) {
  const { journal } = openJournal();
  const campaign = {
    id: "77",
    name: "By hand",
    sender: "FloraKyiv",
    status,
    messageType: "sms",
    calculatedPrice: null,
  };
  journal.recordListed(account, [{ ...campaign, ...noDates, finishedAt }], now);
  journal.recordElsewhereDetail(account.base, detailOf("77", status, finishedAt, statistics), now);
  return journal.details("elsewhere:77");
}

test("a campaign made elsewhere has final figures and a final price once every message has its outcome", () => {
  const done = pageOf("done", "2026-07-15 08:59:00", { delivered: 97, failed: 3 });
  expect(done).toMatchObject({ row: { state: "finished" }, countsFinal: true, priceFinal: price });
  const stopped = pageOf("stopped", "2026-07-15 08:59:00", { delivered: 40, scheduled: 60 });
  expect(stopped).toMatchObject({ row: { state: "cancelled" }, countsFinal: true, priceFinal: price });
});

test("while texts of it are on the way nothing of it is final, whatever the service calls it", () => {
  const stillOut = { delivered: 40, sent: 60 };
  for (const status of ["done", "stopped", "spam", "sending"]) {
    const page = pageOf(status, "2026-07-15 08:59:00", stillOut);
    expect(page, status).toMatchObject({ countsFinal: false, priceFinal: null, counts: { onTheWay: 60 } });
  }
});

test("one that is done without a time of its end is finished when nothing more can become of it; its figures are not called final for that", () => {
  const { journal } = openJournal();
  const campaign = { id: "77", name: "By hand", sender: "FloraKyiv", status: "done", messageType: "sms" };
  const listed = (at: string) => {
    const row = { ...campaign, ...noDates, calculatedPrice: null, startAt: "2026-07-15 08:59:00" };
    journal.recordListed(account, [row], at);
    journal.recordElsewhereDetail(account.base, detailOf("77", "done", null, { delivered: 40, sent: 60 }), at);
    return journal.details("elsewhere:77");
  };
  expect(listed("2026-07-24T09:00:00.000Z")).toMatchObject({ row: { state: "sending" }, canCancel: true });
  expect(listed("2026-07-26T09:00:00.000Z")).toMatchObject({
    row: { state: "finished" },
    canCancel: false,
    countsFinal: false,
    priceFinal: null,
  });
});

test("the figures of a campaign made elsewhere are read again until they are final, or long after it", () => {
  const { journal } = openJournal();
  const made = (id: string, startAt: string) => {
    const campaign = { id, name: id, sender: "FloraKyiv", status: "done", messageType: "sms", calculatedPrice: null };
    journal.recordListed(account, [{ ...campaign, ...noDates, startAt }], now);
  };
  const read = (id: string, statistics: Partial<ServiceDetail["statistics"]>) =>
    journal.recordElsewhereDetail(account.base, detailOf(id, "done", null, statistics), now);
  const toRead = (limit = 20) => journal.unreadElsewhere(account, { limit, since: "2026-07-05T09:00:00.000Z" });
  for (const [id, day] of [
    ["1", "01"],
    ["2", "13"],
    ["3", "14"],
    ["4", "03"],
  ] as const) {
    made(id, `2026-07-${day} 09:00:00`);
  }
  expect(toRead()).toEqual(["3", "2", "4", "1"]);
  read("1", { delivered: 90, sent: 10 });
  read("2", { delivered: 90, sent: 10 });
  read("3", { delivered: 90, failed: 10 });
  expect(toRead()).toEqual(["4", "2"]);
  expect(toRead(1)).toEqual(["4"]);
  read("2", { delivered: 95, unknown: 5 });
  expect(toRead()).toEqual(["4"]);
});
