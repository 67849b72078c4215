import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appAnswers, appPage, draftPage } from "../../../../electron/security/app-files.ts";
import { temporaryFolder } from "../library/library-file.ts";

function builtWindow(): (request: Request) => Promise<Response> {
  const outside = temporaryFolder();
  writeFileSync(join(outside, "secret.js"), "secret");
  const folder = join(outside, "renderer");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "index.html"), '<meta property="csp-nonce" nonce="__NONCE__">');
  writeFileSync(join(folder, "assets", "worker-BKMh_f-B.js"), "self.close()");
  writeFileSync(join(folder, "assets", "index-BKMhGfB.js"), "self.close()");
  writeFileSync(join(folder, "notes.exe"), "not a type we serve");
  return appAnswers(folder);
}

test("the page gets a nonce of its own for every load, the same as in its policy", async () => {
  const answer = builtWindow();
  const loads = await Promise.all([1, 2].map(() => answer(new Request("app://local/index.html"))));
  const nonces = await Promise.all(
    loads.map(async (load) => {
      const nonce = /nonce="([^"]+)"/.exec(await load.text())?.[1] ?? "";
      expect(load.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
      return nonce;
    }),
  );
  expect(nonces[0]).toHaveLength(24);
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("workers, missing files and refused methods carry the policy too, and no script gets a nonce", async () => {
  const answer = builtWindow();
  const requests = [
    new Request("app://local/assets/index-BKMhGfB.js"),
    new Request("app://local/missing.js"),
    new Request("app://local/index.html", { method: "POST" }),
  ];
  const answers = await Promise.all(requests.map(answer));
  expect(answers.map((response) => response.status)).toEqual([200, 404, 404]);
  for (const response of answers) {
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
  }
});

test("the list worker alone may compile WebAssembly, and still runs no text as a script", async () => {
  const answer = builtWindow();
  const policyOf = async (url: string) => (await answer(new Request(url))).headers.get("content-security-policy");
  expect(await policyOf("app://local/assets/worker-BKMh_f-B.js")).toContain("script-src 'self' 'wasm-unsafe-eval';");
  const others = ["index.html", "assets/worker.js", "assets/x/worker-BKMh_f-B.js", "worker-BKMh_f-B.js"];
  for (const other of others) expect(await policyOf(`app://local/${other}`), other).toContain("script-src 'self';");
});

test("a thousand ways to walk out of the folder all find nothing", async () => {
  const answer = builtWindow();
  const steps = ["../", "..%2f", "%2e%2e/", "..\\", "%2e%2e%5c", "....//", "..;/", "%252e%252e/", "/./../", "\\..\\"];
  const targets = [
    "secret.js",
    "renderer/../secret.js",
    "etc/passwd",
    "C:/Windows/win.ini",
    "secret.js?x",
    "secret.js#x",
  ];
  const hosts = ["app://local/", "app://local/assets/", "app://LOCAL/", "app://other/", "app://local:80/"];
  const urls = hosts.flatMap((host) =>
    steps.flatMap((step) =>
      targets.flatMap((target) => [1, 2, 3, 8].map((times) => host + step.repeat(times) + target)),
    ),
  );
  expect(urls.length).toBeGreaterThan(1000);
  const statuses = await Promise.all(urls.map(async (url) => (await answer(new Request(url))).status));
  expect(new Set(statuses)).toEqual(new Set([404]));
});

test("a file of a type that the window does not need is not served", async () => {
  expect((await builtWindow()(new Request("app://local/notes.exe"))).status).toBe(404);
});

test("a window is reopened on the draft that the last address named, and on nothing else that it says", async () => {
  const draft = `${appPage}#draft/0b0f8f0e-6d5c-4a51-9a7f-1f2f3a4b5c6d`;
  const reading = `${draft}/${encodeURIComponent("Клієнти #2 / травень.xlsx")}`;
  expect([draft, reading].map(draftPage)).toEqual([draft, reading]);
  const others = [
    "",
    appPage,
    `${appPage}#draft/`,
    `${appPage}?x#draft/1`,
    `${appPage}#draft/1/a/b`,
    `${appPage}#<script>`,
    "https://elsewhere.invalid/#draft/1",
    "app://local/assets/worker.js#draft/1",
  ];
  expect(new Set(others.map(draftPage))).toEqual(new Set([appPage]));
  expect((await builtWindow()(new Request(draft))).status).toBe(200);
});
