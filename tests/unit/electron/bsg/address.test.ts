import { expect, it } from "vitest";
import { mayCarryTheKey } from "../../../../electron/bsg/address.ts";

it("lets the key travel over https anywhere and over http only within this computer", () => {
  const may = [
    "https://one-api.bsg.world",
    "https://10.0.0.1",
    "http://localhost:8080",
    "http://127.0.0.1",
    "http://127.255.3.4:99",
    "http://127.1",
    "http://[::1]:80",
  ];
  const mayNot = [
    "http://one-api.bsg.world",
    "http://10.0.0.1",
    "http://128.0.0.1",
    "http://127.0.0.1.example.com",
    "http://127.example.com",
    "http://localhost.example.com",
    "http://[::2]",
    "http://[::ffff:8.8.8.8]",
    "ftp://localhost",
    "file:///etc/hosts",
  ];
  expect(may.filter((url) => !mayCarryTheKey(new URL(url)))).toEqual([]);
  expect(mayNot.filter((url) => mayCarryTheKey(new URL(url)))).toEqual([]);
});
