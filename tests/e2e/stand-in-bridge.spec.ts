import { folder } from "./fixture-app.ts";
import { expect, test } from "./launch-app.ts";

test("values cross the bridge and the process border as structured clones, both ways", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const report = await page.evaluate(async () => {
    const shared = { deep: [1, undefined, Number.NaN, -0] };
    const values = {
      date: new Date(86_400_000),
      map: new Map<unknown, unknown>([["key", new Set([1, "two"])]]),
      bytes: new Uint8Array([0, 127, 255]),
      floats: new Float64Array([0.5, -1]),
      buffer: new Uint8Array([9, 8]).buffer,
      big: 2n ** 70n,
      error: new RangeError("broken"),
      pattern: /a+/giu,
      nothing: undefined,
      shared,
      again: shared,
    };
    const back = (await fixture.echo(values)) as typeof values;
    return {
      kinds: await fixture.kinds(Object.values(values)),
      date: back.date instanceof Date && back.date.getTime(),
      map: back.map instanceof Map && [...(back.map.get("key") as Set<unknown>)],
      bytes: back.bytes instanceof Uint8Array && [...back.bytes],
      floats: back.floats instanceof Float64Array && [...back.floats],
      buffer: back.buffer instanceof ArrayBuffer && [...new Uint8Array(back.buffer)],
      big: back.big === values.big,
      error: back.error instanceof Error && back.error.message,
      pattern: back.pattern instanceof RegExp && String(back.pattern),
      nothing: "nothing" in back && back.nothing === undefined,
      nan: Number.isNaN(back.shared.deep[2]),
      minusZero: Object.is(back.shared.deep[3], -0),
    };
  });
  expect(report).toEqual({
    kinds: [
      "[object Date]",
      "[object Map]",
      "[object Uint8Array]",
      "[object Float64Array]",
      "[object ArrayBuffer]",
      "[object BigInt]",
      "[object Error]",
      "[object RegExp]",
      "[object Undefined]",
      "[object Object]",
      "[object Object]",
    ],
    date: 86_400_000,
    map: [1, "two"],
    bytes: [0, 127, 255],
    floats: [0.5, -1],
    buffer: [9, 8],
    big: true,
    error: "broken",
    pattern: "/a+/giu",
    nothing: true,
    nan: true,
    minusZero: true,
  });
});

test("four megabytes of bytes arrive whole", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const same = await page.evaluate(async () => {
    const bytes = Uint8Array.from({ length: 4 * 1024 * 1024 }, (_, index) => (index * 31) % 256);
    const back = (await fixture.echo(bytes)) as Uint8Array;
    return back.length === bytes.length && back.every((byte, index) => byte === bytes[index]);
  });
  expect(same).toBe(true);
});

test("a hostile key stays data and a function is refused", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const answer = await page.evaluate(async () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"polluted": true}, "\\u0001": "Date"}');
    const back = (await fixture.echo(hostile)) as object;
    const refused = await fixture.echo({ call: () => 1 }).then(
      () => "taken",
      () => "refused",
    );
    return { keys: Object.keys(back).length > 0, polluted: "polluted" in {}, refused };
  });
  expect(answer).toEqual({ keys: true, polluted: false, refused: "refused" });
});

test("calls into the preload answer at once, throw, and reject with Electron's words", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const answer = await page.evaluate(async () => {
    const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));
    let thrown = "";
    try {
      fixture.refuse();
    } catch (error) {
      thrown = message(error);
    }
    const rejected = await fixture.fail().catch(message);
    return { twice: fixture.twice("x"), thrown, rejected };
  });
  expect(answer).toEqual({
    twice: ["x", "x"],
    thrown: "not this",
    rejected: "Error invoking remote method 'fail': RangeError: too far",
  });
});

test("the page sees neither the preload's world nor Node, and cannot change what was exposed", async ({
  launchApp,
}) => {
  const { page } = await launchApp({ folder });
  const seen = await page.evaluate(() => {
    const before = fixture.echo;
    Reflect.set(fixture, "echo", () => undefined);
    Reflect.set(globalThis, "fixture", {});
    return {
      secret: "secretOfThePreload" in globalThis,
      require: "require" in globalThis,
      same: fixture.echo === before,
      preload: fixture.preloadGlobals().require,
    };
  });
  expect(seen).toEqual({ secret: false, require: false, same: true, preload: "undefined" });
});

test("main knows the sender: its frame, its origin, its window", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  expect(await page.evaluate(() => fixture.who())).toEqual({
    url: "app://local/index.html",
    origin: "app://local",
    main: true,
    top: true,
    window: 1,
  });
});

test("events reach the listeners until they stop listening", async ({ launchApp }) => {
  const { page, electron } = await launchApp({ folder });
  await page.evaluate(async () => {
    globalThis.news = [];
    const stop = fixture.on((value) => globalThis.news.push(value));
    await fixture["ask-for-news"]("first");
    globalThis.news.push("answered");
    stop();
    await fixture["ask-for-news"]("unheard");
    fixture.on((value) => globalThis.news.push(value));
  });
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send("news", new Date(5));
  });
  await expect.poll(() => page.evaluate(() => globalThis.news.length)).toBe(3);
  const news = await page.evaluate(() => globalThis.news.map((item) => (item instanceof Date ? item.getTime() : item)));
  expect(news).toEqual(["first", "answered", 5]);
});
