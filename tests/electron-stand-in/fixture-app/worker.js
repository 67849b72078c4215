import { greeting } from "./imported.js";

const refused = [];
self.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));

self.addEventListener("message", async ({ data: address }) => {
  const answer = await fetch(address).then(
    () => "reached",
    () => "failed",
  );
  self.postMessage({ greeting, answer, refused });
});
