import { expect, it } from "vitest";
import { proxyRoutes } from "../../../../electron/bsg/proxy.ts";

const proxy = (host: string, port: number, secure = false) => ({ kind: "proxy", secure, host, port });

it("reads the answers of the system's proxy resolution in their order", () => {
  expect(proxyRoutes("DIRECT")).toEqual([{ kind: "direct" }]);
  expect(proxyRoutes("PROXY proxy.example:8080; HTTPS safe.example:8443;DIRECT")).toEqual([
    proxy("proxy.example", 8080),
    proxy("safe.example", 8443, true),
    { kind: "direct" },
  ]);
  expect(proxyRoutes("proxy [::1]:3128")).toEqual([proxy("::1", 3128)]);
});

it("takes the usual port where none is named", () => {
  expect(proxyRoutes("PROXY p.example; HTTPS p.example; PROXY p.example:80")).toEqual([
    proxy("p.example", 80),
    proxy("p.example", 443, true),
    proxy("p.example", 80),
  ]);
});

it("names what it cannot speak", () => {
  expect(proxyRoutes("SOCKS5 s.example:1080; QUIC q.example:443; PROXY")).toEqual([
    { kind: "unsupported", scheme: "SOCKS5" },
    { kind: "unsupported", scheme: "QUIC" },
    { kind: "unsupported", scheme: "PROXY" },
  ]);
});

it("goes straight to the service when nothing is said", () => {
  expect(proxyRoutes("")).toEqual([{ kind: "direct" }]);
});
