import { expect, it } from "vitest";
import { networkErrorOf, TimeLimitError } from "../../../../electron/bsg/network-errors.ts";

const failure = (code: string) => Object.assign(new Error("secret words"), { code });
const codeOf = (code: string) => networkErrorOf(failure(code)).code;

it("tells no network, an untrusted service, a time limit and a broken connection apart", () => {
  expect(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH"].map(codeOf)).toEqual(Array(4).fill("network.down"));
  expect(
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "CERT_HAS_EXPIRED", "ERR_TLS_CERT_ALTNAME_INVALID", "EPROTO"].map(codeOf),
  ).toEqual(Array(4).fill("network.tls"));
  expect([codeOf("ETIMEDOUT"), networkErrorOf(new TimeLimitError()).code]).toEqual(Array(2).fill("network.timeout"));
  expect(["ECONNRESET", "EPIPE", "HPE_INVALID_CONSTANT"].map(codeOf)).toEqual(Array(3).fill("network.broken"));
});

it("passes on the code of a failure and never its message", () => {
  expect(networkErrorOf(failure("ECONNRESET"))).toEqual({ code: "network.broken", params: { reason: "ECONNRESET" } });
  expect(networkErrorOf("thrown text")).toEqual({ code: "network.broken", params: { reason: "" } });
});
