import { extname } from "node:path";
import type { Response } from "@playwright/test";
import { contentSecurityPolicy } from "../../electron/security/content-security-policy.ts";
import { expect, type RunningApp, test } from "./launch-app.ts";
import { loopbackServer } from "./loopback-server.ts";
import { looksRight, newCampaign, startPractice } from "./steps.ts";

// That a thousand addresses which walk out of the folder are all 404 is shown where they are answered:
// tests/unit/electron/security/app-files.test.ts.

/** A draft with people, so that the list worker is there. */
async function withListWorker({ page }: RunningApp): Promise<void> {
  await startPractice(page);
  await newCampaign(page);
  await page.getByRole("button", { name: "Try with a sample" }).click();
  await looksRight(page);
}

/** What the page or the worker was refused: each directive once, sorted. */
const directives = (violations: string[]): string[] => [...new Set(violations)].sort();

test("every answer carries the policy: page, script, style, font, worker, and what is not there", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const answers: Response[] = [];
  app.electron.context().on("response", (response) => answers.push(response));
  // Only main reloads the page: to be reloaded by anybody else is to be navigated.
  await Promise.all([
    app.page.waitForEvent("load"),
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload()),
  ]);
  await withListWorker(app);
  await app.page.evaluate(
    () =>
      new Promise((resolve) => {
        const script = Object.assign(document.createElement("script"), { src: "assets/../../../main/main.js" });
        script.addEventListener("error", resolve);
        document.head.append(script);
      }),
  );
  const seen = new Map<string, number>();
  for (const answer of answers) {
    const { pathname } = new URL(answer.url());
    const headers = await answer.allHeaders();
    const policy = headers["content-security-policy"] ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce, pathname).toMatch(/^[\w+/]{24}$/);
    const kind = pathname.includes("/worker") ? "worker" : extname(pathname);
    expect(policy, pathname).toBe(contentSecurityPolicy(nonce, { compiles: kind === "worker" }));
    expect(headers["x-content-type-options"], pathname).toBe("nosniff");
    seen.set(answer.status() === 404 ? "missing" : kind, answer.status());
  }
  const all = { ".html": 200, ".js": 200, ".css": 200, ".woff2": 200, worker: 200, missing: 404 };
  expect(Object.fromEntries(seen)).toEqual(all);
  await app.expectProblem(/404|Refused to execute/);
});

test("no script of anybody else runs in the page, and nothing of it reaches a network", async ({ launchApp }) => {
  const elsewhere = await loopbackServer();
  const app = await launchApp();
  const outcome = await app.page.evaluate(async (url) => {
    const violations: string[] = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violations.push(effectiveDirective));
    const ran: string[] = [];
    Object.assign(window, { ran });
    const put = (tag: string, attributes: Record<string, string>, text = ""): void => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      document.body.append(element);
    };
    const tried = async (name: string, way: () => unknown): Promise<void> => {
      try {
        await way();
        ran.push(name);
      } catch {
        // Refused, as it should be.
      }
    };
    put("script", {}, "ran.push('inline')");
    put("script", { src: "data:text/javascript,ran.push('data')" });
    put("script", { src: `${url}script.js` });
    put("img", { src: `${url}picture.png`, onerror: "ran.push('handler')" });
    put("iframe", { src: `${url}frame` });
    put("object", { data: `${url}object` });
    put("link", { rel: "stylesheet", href: `${url}style.css` });
    put("style", {}, `@font-face { font-family: x; src: url(${url}font) } body { font-family: x }`);
    put("base", { href: url });
    put("a", { href: "javascript:ran.push('address')" });
    document.querySelector<HTMLAnchorElement>("a[href^=javascript]")?.click();
    // A driver may evaluate while it is at work itself: what is tried from here on is the page's own doing.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    for (const name of ["eval", "Function"]) {
      await tried(name, () => (Reflect.get(globalThis, name) as (code: string) => unknown)("1"));
    }
    await tried("WebAssembly", () => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    await tried("fetch", () => fetch(url));
    navigator.sendBeacon(url);
    await tried("request", async () => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      const done = new Promise((resolve, reject) => {
        request.addEventListener("load", resolve);
        request.addEventListener("error", reject);
      });
      request.send();
      await done;
    });
    await tried("socket", () => {
      const socket = new WebSocket(url.replace("http", "ws"));
      return new Promise((resolve, reject) => {
        socket.addEventListener("open", resolve);
        socket.addEventListener("error", reject);
      });
    });
    for (const address of ["data:text/javascript,0", URL.createObjectURL(new Blob(["0"]))]) {
      await tried(`worker ${address}`, () => {
        const worker = new Worker(address);
        return new Promise((_resolve, reject) => worker.addEventListener("error", reject));
      });
    }
    return { ran, violations, base: document.baseURI };
  }, elsewhere.url);
  expect(outcome.ran).toEqual([]);
  expect(outcome.base).not.toContain("127.0.0.1");
  expect(directives(outcome.violations)).toEqual([
    "base-uri",
    "connect-src",
    "frame-src",
    "img-src",
    "object-src",
    "script-src",
    "script-src-attr",
    "script-src-elem",
    "style-src-elem",
    "worker-src",
  ]);
  expect(elsewhere.requests).toEqual([]);
  await app.expectProblem(/Content Security Policy/);
});

test("the list worker runs nothing else either, and reaches no network", async ({ launchApp }) => {
  const elsewhere = await loopbackServer();
  const app = await launchApp();
  await withListWorker(app);
  const [worker] = app.page.workers();
  const outcome = await worker?.evaluate(async (url) => {
    const violations: string[] = [];
    const ran: string[] = [];
    const data = "data:text/javascript,0";
    addEventListener("securitypolicyviolation", (event) => {
      violations.push(event.effectiveDirective);
    });
    const tried = async (name: string, way: () => unknown): Promise<void> => {
      try {
        await way();
        ran.push(name);
      } catch {
        // Refused, as it should be.
      }
    };
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    for (const name of ["eval", "Function"]) {
      await tried(name, () => (Reflect.get(globalThis, name) as (code: string) => unknown)("1"));
    }
    await tried("fetch", () => fetch(url));
    await tried("import", () => import(`${url}module.js`));
    await tried("data", () => import(data));
    return { ran, violations, desk: "desk" in globalThis, node: "process" in globalThis };
  }, elsewhere.url);
  expect(outcome).toMatchObject({ ran: [], desk: false, node: false });
  expect(directives(outcome?.violations ?? [])).toEqual(["connect-src", "script-src", "script-src-elem"]);
  expect(elsewhere.requests).toEqual([]);
  app.problems.length = 0;
});
