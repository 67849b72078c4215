import { expect, test } from "vitest";
import { DraftStore } from "../../../../electron/library/drafts.ts";
import { DraftRenderer, type RenderedDraft } from "../../../../electron/library/rendered-draft.ts";
import { nativeSha256 } from "../../../../electron/native-sha256.ts";
import { contentDigest } from "../../../../shared/message/digest.ts";
import type { LatinStandard } from "../../../../shared/message/latin.ts";
import { openList } from "../../renderer/list-worker/open-list.ts";
import { openLibrary } from "./library-file.ts";

const now = "2026-11-24T09:41:00.000Z";

function rendered(
  text: string,
  names = ["Олена", "Ihor", ""],
  latinLetters: LatinStandard | null = null,
): { summary: RenderedDraft; renderer: DraftRenderer } {
  const drafts = new DraftStore(openLibrary());
  const { review } = drafts.create({ id: "d1", campaignId: "c1" }, "Autumn", now);
  drafts.save("d1", { text, review: { ...review, latinLetters } }, now);
  const numbers = names.map((_name, index) => String(380671234500 + index));
  drafts.writePeople(
    {
      draftId: "d1",
      offset: 0,
      last: true,
      columns: ["Name"],
      numbers,
      rows: numbers.map((_n, i) => i + 2),
      cells: [names],
    },
    now,
  );
  const renderer = new DraftRenderer(drafts);
  const summary = renderer.summary("d1");
  if (!summary.ok) throw new Error(summary.error.code);
  return { summary: summary.value, renderer };
}

test("each person's own text is counted, priced by its parts and part of the digest", () => {
  const { summary, renderer } = rendered("Hello {Name|friend}!");
  expect(summary).toMatchObject({ people: 3, parts: 3, commonText: null, problems: [] });
  expect(summary.buckets.map(({ encoding, parts, numbers }) => [encoding, parts, numbers.length])).toEqual([
    ["gsm7", 1, 2],
    ["ucs2", 1, 1],
  ]);
  const everybody = renderer.everybody("d1");
  if (!everybody.ok) throw new Error(everybody.error.code);
  expect(everybody.value.people.map((person) => person.text)).toEqual(["Hello Олена!", "Hello Ihor!", "Hello friend!"]);
  expect(everybody.value.digest).toBe(summary.digest);
  expect(summary.content).toBe(contentDigest(everybody.value.people, nativeSha256));
});

test("with Latin letters switched on, main renders the very texts that the window counted", async () => {
  const { summary, renderer } = rendered("Привіт, {Name|друже}…", undefined, "uk");
  expect(summary.buckets.map(({ encoding, parts, numbers }) => [encoding, parts, numbers.length])).toEqual([
    ["gsm7", 1, 3],
  ]);
  const everybody = renderer.everybody("d1");
  if (!everybody.ok) throw new Error(everybody.error.code);
  expect(everybody.value.people.map((person) => person.text)).toEqual([
    "Pryvit, Olena...",
    "Pryvit, Ihor...",
    "Pryvit, druzhe...",
  ]);
  const { engine } = await openList("Phone;Name\n380671234500;Олена\n380671234501;Ihor\n380671234502;\n");
  expect(await engine.digest("Привіт, {Name|друже}…", "uk")).toBe(summary.digest);
  expect(await engine.digest("Привіт, {Name|друже}…")).not.toBe(summary.digest);
});

test("a draft saved before Latin letters could be chosen opens without them", () => {
  const library = openLibrary();
  const drafts = new DraftStore(library);
  drafts.create({ id: "d1", campaignId: "c1" }, "Autumn", now);
  library.prepare("UPDATE draft SET review = ? WHERE id = 'd1'").run('{"sender":"FloraKyiv","consent":false}');
  const opened = drafts.open("d1");
  expect(opened.ok && opened.value.review).toMatchObject({ sender: "FloraKyiv", latinLetters: null });
});

test("a text without fields is one text for all", () => {
  expect(rendered("Open until 8").summary.commonText).toBe("Open until 8");
});

test("what forbids sending is named: nobody, no text, an unknown field, too long, empty", () => {
  const codes = (text: string, names?: string[]): string[] => rendered(text, names).summary.problems.map((p) => p.code);
  expect(codes("Hello", [])).toEqual(["draft.no-people"]);
  expect(codes("  ")).toContain("draft.no-text");
  expect(codes("Hello {Nmae}")).toEqual(["draft.template"]);
  expect(codes("я".repeat(336))).toEqual(["draft.too-long"]);
  expect(codes("{Name}")).toEqual(["draft.empty-text"]);
});
