import { mkdtempSync, openAsBlob, rmSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { contentBytes, pieceOf } from "../../../../../renderer/list-worker/source/content.ts";
import { fileOf } from "../open-list.ts";
import { serveList } from "../../../../../renderer/list-worker/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "desk-content-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as a window has one that was chosen: a place on the disk. */
async function chosen(name: string, text: string): Promise<{ path: string; content: Blob }> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, content: await openAsBlob(path) };
}

const outOfReach = { ok: false, error: { code: "file.out-of-reach", params: {} } };

describe("the bytes of a chosen file", () => {
  it("are all there, and each piece of a large one is a sign of life", async () => {
    const text = "Name;Phone\n".repeat(1_000_000);
    const { content } = await chosen("large.csv", text);
    const told: number[] = [];
    const bytes = await contentBytes(content, (done) => told.push(done));
    expect(bytes.ok && new TextDecoder().decode(bytes.value) === text).toBe(true);
    expect(told).toEqual([8 * 1024 * 1024, text.length]);
  });

  it("are refused over 200 MB before one of them is read", async () => {
    const { path } = await chosen("huge.csv", "");
    truncateSync(path, 200 * 1024 * 1024 + 1);
    const content = await openAsBlob(path);
    // What is gone could not be read.
    unlinkSync(path);
    const told: number[] = [];
    const refused = { ok: false, error: { code: "file.too-large", params: {} } };
    expect(await contentBytes(content, (done) => told.push(done))).toEqual(refused);
    expect(told).toEqual([]);
  });

  it("of one that was changed or is gone are refused in words that say so", async () => {
    const { path, content } = await chosen("list.csv", "Phone\n0671234567\n");
    writeFileSync(path, "Phone\n0671234567\n0501234567\n");
    expect(await contentBytes(content, () => {})).toEqual(outOfReach);
    unlinkSync(path);
    expect(await pieceOf(content, 0, 5)).toEqual(outOfReach);
  });

  it("are the worker's to read: it answers with the reason why it cannot", async () => {
    const { path, content } = await chosen("gone.csv", "Phone\n0671234567\n");
    unlinkSync(path);
    const answers: unknown[] = [];
    const serve = serveList((reply) => void (reply.kind === "answer" && answers.push(reply.value)));
    await serve({ id: 1, method: "open", args: [{ ...fileOf(""), content }] });
    expect(answers).toEqual([outOfReach]);
  });
});
