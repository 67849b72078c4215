import { greeting } from "./imported.js";

// Says whether the policy refused to fetch an address: the violation is reported a moment after the refusal.
self.addEventListener("message", ({ data: address }) => {
  self.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    self.postMessage({ greeting, effectiveDirective, blockedURI });
  });
  fetch(address).then(
    () => self.postMessage({ greeting, reached: address }),
    () => undefined,
  );
});
