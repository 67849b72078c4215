import { expect, test } from "vitest";
import { NeverTextStore } from "../../../../electron/library/never-text.ts";
import { PartGate } from "../../../../electron/sending/part-gate.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { openLibrary } from "../library/library-file.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";

test("of a part's people those are named who are on the never-text list now and still in its body", () => {
  const { journal } = openJournal();
  const neverText = new NeverTextStore(openLibrary());
  const gate = new PartGate(journal, neverText);
  journal.confirm(aCampaign({ recipients: people(10_003) }), { now, undoUntil: null });
  const [second, last] = ["380670000001", "380670010002"];
  expect(gate.neverTextIn("campaign-1", 0)).toEqual([]);
  neverText.add([last, second, "380509999999"], now);
  expect(gate.neverTextIn("campaign-1", 0)).toEqual([second]);
  expect(gate.neverTextIn("campaign-1", 1)).toEqual([last]);
  journal.leaveOut("campaign-1", 0, [second], now);
  expect(gate.neverTextIn("campaign-1", 0)).toEqual([]);
});

test("of Contact Book lists the service alone knows who is on them", () => {
  const { journal } = openJournal();
  const gate = new PartGate(journal, new NeverTextStore(openLibrary()));
  const groups = [{ id: "5", name: "Regulars", people: 12 }];
  journal.confirm(aCampaign({ recipients: [], groups }), { now, undoUntil: null });
  expect(gate.neverTextIn("campaign-1", 0)).toEqual([]);
});
