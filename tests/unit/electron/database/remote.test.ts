import { MessageChannel } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { failureOf } from "../../../../electron/ipc/failure.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { RemoteCaller, RemoteFailure, serveRemote } from "../../../../electron/database/remote.ts";

class Counter {
  private count = 0;
  add(n: number): number {
    this.count += n;
    return this.count;
  }
  echo(value: unknown): unknown {
    return value;
  }
  fail(): never {
    throw Object.assign(new Error("constraint failed"), { code: "ERR_SQLITE_ERROR", errcode: 19 });
  }
  fillDisk(): never {
    throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
  }
}

function connect(): RemoteCaller {
  const { port1, port2 } = new MessageChannel();
  serveRemote(port2, { counter: new Counter() });
  onTestFinished(() => {
    port1.close();
  });
  return new RemoteCaller(port1);
}

test("calls run one after the other and answer their own caller", async () => {
  const counter = connect().service<Counter>("counter");
  expect(await Promise.all([counter.add(1), counter.add(2), counter.add(3)])).toEqual([1, 3, 6]);
});

test("bytes, dates and undefined cross the thread as they are", async () => {
  const counter = connect().service<Counter>("counter");
  const value = { bytes: Uint8Array.of(1, 2), at: new Date(0), nothing: undefined };
  expect(await counter.echo(value)).toEqual(value);
});

test("an exception comes back as one, with its code", async () => {
  const failure = await connect()
    .service<Counter>("counter")
    .fail()
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RemoteFailure);
  expect(failure).toMatchObject({ message: "constraint failed", code: "ERR_SQLITE_ERROR" });
});

test("a full disk comes back as that, whoever noticed it", async () => {
  const counter = connect().service<Counter>("counter");
  const answerOf = async (failing: Promise<never>) =>
    failureOf(await failing.catch((error: unknown) => error), "saveDraft");
  expect(await answerOf(counter.fillDisk())).toEqual(appErrorOf("disk.full"));
  expect(failureOf(Object.assign(new Error("no space left"), { code: "ENOSPC" }), "x")).toEqual(
    appErrorOf("disk.full"),
  );
  expect(await answerOf(counter.fail())).toEqual(appErrorOf("internal", { where: "saveDraft" }));
});

test("a method that is not there is refused, also one of every object", async () => {
  const caller = connect();
  await expect(caller.call("counter", "nothing", [])).rejects.toThrow("No counter.nothing");
  await expect(caller.call("other", "add", [])).rejects.toThrow("No other.add");
});
