import { expect, test } from "vitest";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { Desk, minute } from "./desk.ts";

/** The same account, whose messages are shown as on their way for as long as `until` says. */
function behind(client: BsgClient, until: () => boolean): BsgClient {
  return {
    ...client,
    async messages(query) {
      const page = await client.messages(query);
      if (!page.ok || until()) return page;
      return { ...page, value: { ...page.value, rows: page.value.rows.map((row) => ({ ...row, status: "sent" })) } };
    },
  };
}

async function deliveredAs(until: (desk: Desk) => boolean) {
  const desk = await Desk.open({ network: "memory", journal: "memory" });
  if (desk.client === null) throw new Error("no client");
  desk.client = behind(desk.client, () => until(desk));
  await desk.confirm();
  await desk.pass(5 * minute);
  const before = { ...(await desk.details()), people: await desk.sending.peopleCounts("campaign-1", "") };
  await desk.pass(30 * minute);
  const after = { ...(await desk.details()), people: await desk.sending.peopleCounts("campaign-1", "") };
  return { before, after };
}

test("figures are not final while the people are behind them: they are read again until both say the same", async () => {
  let began: number | null = null;
  const { before, after } = await deliveredAs((desk) => {
    began ??= desk.time.now();
    return desk.time.now() - began > 6 * minute;
  });
  expect(before.counts.waiting + before.counts.onTheWay).toBe(0);
  expect(before.people.onTheWay).toBe(3);
  expect(before.countsFinal).toBe(false);
  expect(after.people).toEqual(after.counts);
  expect(after.countsFinal).toBe(true);
});

test("a service that never shows how its messages ended does not keep a campaign open for ever", async () => {
  const { before, after } = await deliveredAs(() => false);
  expect(before.countsFinal).toBe(false);
  expect(after.countsFinal).toBe(true);
});
