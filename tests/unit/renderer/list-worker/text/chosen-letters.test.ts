import { expect, test } from "vitest";
import { cellsOf, openList } from "../open-list.ts";

/** A list as a spreadsheet program of that country saves it: the bytes of each letter that ASCII has not. */
const lists: [encoding: string, bytes: number[], read: string][] = [
  ["windows-1254", [0x41, 0x79, 0xfe, 0x65], "Ayşe"],
  ["windows-1253", [0xc5, 0xeb, 0xdd, 0xed, 0xe7], "Ελένη"],
  ["windows-1257", [0xd0, 0x61, 0x72, 0xfb, 0x6e, 0x61, 0x73], "Šarūnas"],
  ["windows-1255", [0xf9, 0xf8, 0xe4], "שרה"],
  ["windows-1256", [0xe3, 0xcd, 0xe3, 0xcf], "محمد"],
];

test.each(lists)("letters in %s are read when the user says so", async (encoding, bytes, read) => {
  const rest = new TextEncoder().encode(";+380671234567\n");
  const list = Uint8Array.of(...new TextEncoder().encode("Name;Phone\n"), ...bytes, ...rest);
  const { engine, understood } = await openList(list, { reading: { encoding } });
  expect(understood.reading.encoding).toBe(encoding);
  expect((await cellsOf(engine))[0]?.[0]).toBe(read);
});
