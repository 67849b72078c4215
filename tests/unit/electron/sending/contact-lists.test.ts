import { describe, expect, test } from "vitest";
import { customerPhone } from "../../../../electron/practice/older-campaigns.ts";
import { Desk, hour, minute, posts, reads, second } from "./desk.ts";

const group = { id: "7002", name: "Wholesale", people: 36 };
const lists = { recipients: [], groups: [group], text: "Hello {388077}" };
/** Of the people of this list, so many are on the practice service's stop list from the start. */
const stoppedBefore = 1;
const once = { ...posts, times: 1 } as const;

/** The service tells everybody of a list, so that 36 people are 36 messages. */
async function opened(): Promise<Desk> {
  const desk = await Desk.open({ switches: { stopListHonoured: "nowhere" } });
  await desk.sendOneBefore();
  return desk;
}

describe("lists of the Contact Book", () => {
  test("go out once to everybody, by send-groups", async () => {
    const desk = await opened();
    await desk.confirm(lists);
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(new Set(desk.texts().map(([phone]) => phone)).size).toBe(36);
    expect(desk.texts()).toHaveLength(36);
    expect(desk.service.ledger().campaigns.at(-1)).toMatchObject({ kind: "send-groups" });
    expect((await desk.details()).row.state).toBe("finished");
  });

  test("have whoever must not be texted put on the service's stop list before they are posted", async () => {
    const desk = await Desk.open({ switches: { stopListHonoured: "groups" } });
    await desk.sendOneBefore();
    const never = [customerPhone(225), customerPhone(230)];
    for (const number of [...never, "380670000000"]) desk.neverText.add(number);
    await desk.confirm(lists);
    await desk.pass(10 * minute);
    const texted = desk.texts().map(([phone]) => phone);
    expect(texted).toHaveLength(34 - stoppedBefore);
    expect(texted.filter((phone) => never.includes(phone))).toEqual([]);
    const stopped = await desk.client?.stopList({ offset: 0, limit: 500 });
    const phones = stopped?.ok === true ? stopped.value.rows.map(({ phone }) => phone) : [];
    expect(phones).toEqual(expect.arrayContaining(never));
    expect(phones, "who is on none of the lists is nobody's business").not.toContain("380670000000");
  });

  test.each([
    ["who is on the lists", { ...reads, path: "/api/contacts*" }],
    ["that the stop list took them", { method: "POST", path: "/api/stoplist/attach" }],
  ])("are not posted before it is known %s", async (_, request) => {
    const desk = await opened();
    desk.neverText.add(customerPhone(225));
    const fault = { ...request, act: "answer", status: 502, body: { kind: "html" }, accepts: false } as const;
    desk.service.setSwitches({ faults: [fault] });
    await desk.confirm(lists);
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["planned"]);
    expect(desk.postOutcomes()).toEqual([]);
  });

  test("whose answer is lost are found by the campaign, and not posted again", async () => {
    const desk = await opened();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: true }] });
    await desk.confirm(lists);
    await desk.pass(20 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toHaveLength(36);
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("that share people, or whose people are on the stop list, are found by the campaign although it is smaller", async () => {
    const desk = await Desk.open({ switches: { stopListHonoured: "groups" } });
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: true }] });
    await desk.confirm({ ...lists, groups: [{ ...group, people: 50 }] });
    await desk.pass(20 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("that share people are cancelled as soon as the service has stopped them", async () => {
    const desk = await opened();
    desk.service.setSwitches({ pace: { messagesPerSecond: 1 } });
    await desk.confirm({ ...lists, groups: [{ ...group, people: 50 }] });
    await desk.pass(15 * second);
    await desk.sending.cancel("campaign-1");
    await desk.pass(30 * minute);
    const { row, counts, countsFinal } = await desk.details();
    expect(row.state).toBe("cancelled");
    expect(countsFinal).toBe(true);
    expect(counts.notSent).toBeGreaterThan(14);
  });

  test("that share people are counted for what they are in the end: whoever was counted twice is in no text", async () => {
    const desk = await opened();
    await desk.confirm({ ...lists, groups: [{ ...group, people: 50 }] });
    await desk.pass(30 * minute);
    const { counts, countsFinal } = await desk.details();
    expect(countsFinal).toBe(true);
    expect(counts).toMatchObject({ total: 50, notSent: 14 });
    expect((await desk.details()).row.atMost, "one list says how many it has").toBe(false);
    const two = [group, { ...group, id: "7001" }];
    await desk.confirm({ ...lists, campaignId: "campaign-2", groups: two, text: "Another" });
    expect((await desk.details("campaign-2")).row).toMatchObject({ people: 72, atMost: true });
  });

  test.each([
    ["the list of campaigns does not say what kind they are", "/api/campaigns", { message_type: null }],
    ["nor who sends them", "/api/campaigns", { sender: null }],
  ])("whose answer is lost are found although %s", async (_, path, without) => {
    const desk = await opened();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: true }] });
    await desk.confirm(lists);
    await desk.pass(second);
    const id = desk.service.ledger().campaigns.at(-1)?.id ?? 0;
    const row = { id, sender: "FloraKyiv", status: "sending", message_type: "sms", ...without };
    const body = { kind: "json" as const, value: { data: [row], meta: { page: { total: 1 } } } };
    desk.service.setSwitches({ faults: [{ method: "GET", path, act: "answer", status: 200, body, accepts: false }] });
    await desk.pass(20 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
  });

  test.each(["size", "text"])(
    "are never said to have left no trace while the service does not tell the %s of a campaign that may be it",
    async (untold) => {
      const desk = await opened();
      const account = { base: desk.service.url, identity: "7100002" };
      const known = desk.journalFile.journal.knownReference(account);
      const message = { reference_id: known?.reference ?? "", phone: known?.number ?? "", status: "sent" };
      const [path, value] =
        untold === "size"
          ? ["/api/campaigns/*/detail", { data: { status: "sending" } }]
          : ["/api/messages", { data: [message] }];
      const instead = { method: "GET", path, act: "answer", status: 200, accepts: false } as const;
      const faults = [
        { ...once, act: "reset" as const, accepts: true },
        { ...instead, body: { kind: "json" as const, value } },
      ];
      desk.service.setSwitches({ faults });
      await desk.confirm({ ...lists, text: "Hello" });
      await desk.pass(30 * minute);
      expect((await desk.details()).parts[0]).toMatchObject({ state: "in-doubt", looks: 0 });
    },
  );

  test("whose request and answer are lost are held: only a look into the web account can tell", async () => {
    const desk = await opened();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: false }] });
    await desk.confirm(lists);
    await desk.pass(11 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({
      state: "held",
      question: "groups",
      counts: { total: 36, notCertain: 36 },
    });
    await desk.pass(3 * hour);
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("that are held go out once after the click", async () => {
    const desk = await opened();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: false }] });
    await desk.confirm(lists);
    await desk.pass(11 * minute);
    expect(await desk.sending.answer("campaign-1", 0, "send")).toEqual({ ok: true, value: null });
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toHaveLength(36);
  });

  test("of which nobody can look are held after an hour", async () => {
    const desk = await opened();
    desk.service.setSwitches({
      faults: [
        { ...once, act: "reset", accepts: true },
        { method: "GET", path: "/api/messages", act: "answer", status: 502, body: { kind: "html" }, accepts: false },
      ],
    });
    await desk.confirm(lists);
    await desk.pass(70 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "held", question: "groups" });
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("are not posted while the campaigns that are there already cannot be read", async () => {
    const desk = await opened();
    desk.service.setSwitches({
      faults: [
        { ...reads, path: "/api/campaigns", act: "answer", status: 502, body: { kind: "html" }, accepts: false },
      ],
    });
    await desk.confirm(lists);
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["planned"]);
    expect(desk.postOutcomes()).toEqual([]);
    desk.service.setSwitches({ faults: [] });
    await desk.pass(6 * minute);
    expect(desk.texts()).toHaveLength(36);
  });
});

describe("a campaign like it that was made elsewhere before", () => {
  /** The same lists and the same text, sent from another computer an hour ago. */
  async function madeElsewhere(): Promise<Desk> {
    const desk = await opened();
    const elsewhere = { text: "Hello {388077}", sender: "FloraKyiv", groups: [7002], validity: 3 };
    await desk.client?.postCampaign("send-groups", JSON.stringify(elsewhere), async () => true);
    await desk.pass(hour);
    await desk.sending.refresh(null);
    expect(desk.texts()).toHaveLength(36);
    return desk;
  }

  test("is not taken for this one", async () => {
    const desk = await madeElsewhere();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: false }] });
    await desk.confirm(lists);
    await desk.pass(11 * minute);
    expect(await desk.states()).toEqual(["held"]);
  });

  test("a text to a few that was sent from elsewhere since the try is not taken for all of them", async () => {
    const desk = await opened();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: false }] });
    await desk.confirm({ ...lists, text: "Open on Sunday" });
    await desk.pass(30 * second);
    const phones = [225, 226].map((place) => ({ number: Number(customerPhone(place)) }));
    const test = { text: "Open on Sunday", sender: "FloraKyiv", phones, validity: 3 };
    await desk.client?.postCampaign("send", JSON.stringify(test), async () => true);
    expect(desk.texts()).toHaveLength(2);
    await desk.pass(90 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "held", question: "groups" });
    expect((await desk.details()).counts).toMatchObject({ total: 36, notCertain: 36 });
  });

  test("is not taken for this one when the clock was set back in between", async () => {
    const desk = await madeElsewhere();
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: false }] });
    desk.time.setWall(desk.time.now() - 2 * hour);
    await desk.confirm(lists);
    await desk.pass(second);
    // What waits asks after such a jump.
    await desk.sending.answer("campaign-1", 0, "send");
    await desk.pass(11 * minute);
    expect(await desk.states()).toEqual(["held"]);
  });
});
