import { describe, expect, it } from "vitest";
import { createListClient, type StartWorker } from "../../../../renderer/draft/list-client.ts";
import { fileOf, sourceOf } from "../list-worker/open-list.ts";
import { localWorker } from "./local-worker.ts";

const silentWorker: StartWorker = () => ({ post: () => {}, terminate: () => {} });

describe("createListClient", () => {
  it("asks the worker and gives its answers, each to its own call", async () => {
    const client = createListClient(localWorker().start);
    const source = fileOf("Name,Phone\nAnna,0671234567\nPetro,0501234567\n");
    const [opened, state, fields] = await Promise.all([client.open(source), client.state(), client.fields()]);
    expect(opened.ok).toBe(true);
    expect(state.people).toBe(2);
    expect(fields).toEqual(["Name"]);
  });

  it("starts its worker before it is asked anything when it is told to get ready, and no second one", async () => {
    const worker = localWorker();
    const client = createListClient(worker.start);
    expect(worker.started()).toBe(0);
    client.getReady();
    client.getReady();
    expect(worker.started()).toBe(1);
    expect((await client.open(fileOf("Phone\n0671234567\n"))).ok).toBe(true);
    expect(worker.started()).toBe(1);
  });

  it("tells how far the reading is until nobody listens any more", async () => {
    const client = createListClient(localWorker().start);
    const phases: string[] = [];
    const stop = client.onProgress(({ phase }) => phases.push(phase));
    await client.open(fileOf("Phone\n0671234567\n"));
    expect(phases).toContain("numbers");
    const before = phases.length;
    stop();
    await client.open(fileOf("Phone\n0671234567\n"));
    expect(phases).toHaveLength(before);
  });

  it("answers a cancelled reading with words, and works on with a fresh worker", async () => {
    const worker = localWorker();
    const client = createListClient(worker.start);
    const reading = client.open(fileOf("Phone\n0671234567\n"));
    client.cancel();
    expect(await reading).toEqual({ ok: false, error: { code: "file.gave-up", params: {} } });
    expect((await client.open(fileOf("Phone\n0671234567\n"))).ok).toBe(true);
    expect([worker.started(), worker.terminated()]).toEqual([2, 1]);
  });

  it("ends a counting that nobody waits for, and says of the next one how far it is", async () => {
    const worker = localWorker();
    const client = createListClient(worker.start);
    const rows = Array.from({ length: 30_000 }, (_, row) => `3806712${row + 10_000},Anna ${row}`);
    await client.open(fileOf(`Phone,Name\n${rows.join("\n")}\n`));
    const typed = new AbortController();
    const first = client.tally("Hi {Name}", null, { signal: typed.signal });
    typed.abort(new Error("another key was pressed"));
    await expect(first).rejects.toThrow("another key was pressed");
    const told: number[] = [];
    const onProgress = (done: number, total: number) => told.push(done / total);
    const counted = await client.tally("Hi {Name}!", null, { onProgress });
    expect(counted).toMatchObject({ people: 30_000, parts: 30_000 });
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.every((share) => share >= 0 && share < 1)).toBe(true);
  });

  it("gives up a worker that has gone silent over a file", async () => {
    const client = createListClient(silentWorker, 20);
    expect(await client.open(fileOf("Phone\n0671234567\n"))).toEqual({
      ok: false,
      error: { code: "file.gave-up", params: {} },
    });
  });

  it("answers when the worker's process dies", async () => {
    const client = createListClient((_, failed) => ({ post: () => queueMicrotask(failed), terminate: () => {} }));
    expect(await client.reread(sourceOf("").reading)).toMatchObject({ ok: false, error: { code: "file.gave-up" } });
    await expect(client.state()).rejects.toThrow("stopped");
  });

  it("tells that the list is lost when a worker dies that nobody waits for, and never answers for an empty one", async () => {
    const worker = localWorker();
    const client = createListClient(worker.start);
    let told = 0;
    const stop = client.onLost(() => told++);
    await client.open(fileOf("Phone\n0671234567\n"));
    worker.die();
    expect([told, client.isLost()]).toEqual([1, true]);
    await expect(client.state()).rejects.toThrow("gone");
    await expect(client.applyEdit({ kind: "leave-out", rows: [2], out: true })).rejects.toThrow("gone");
    await client.open(fileOf("Phone\n0671234567\n0501112233\n"));
    expect([client.isLost(), (await client.state()).people]).toEqual([false, 2]);
    stop();
    worker.die();
    expect(told).toBe(1);
  });

  it("tells of no list that there was not, nor of one that was given up on purpose", async () => {
    const worker = localWorker();
    const client = createListClient(worker.start);
    let told = 0;
    client.onLost(() => told++);
    client.getReady();
    worker.die();
    expect(client.isLost()).toBe(false);
    await client.open(fileOf("Phone\n0671234567\n"));
    client.cancel();
    expect([told, client.isLost()]).toEqual([0, true]);
  });
});
