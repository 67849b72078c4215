import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Desk, type DeskOptions } from "../sending/desk.ts";

/** Acts on a desk of its own and clears away whatever it leaves. */
export async function withDesk<T>(
  options: Omit<DeskOptions, "newFolder" | "atTheEnd">,
  act: (desk: Desk) => Promise<T>,
): Promise<T> {
  const ends: (() => Promise<void>)[] = [];
  const newFolder = () => {
    const folder = aFolder();
    ends.push(async () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };
  try {
    return await act(await Desk.open({ ...options, newFolder, atTheEnd: (end) => void ends.push(end) }));
  } finally {
    // The desk may have been closed already, and a service that is closed twice says so.
    for (const end of ends.reverse()) await end().catch(() => {});
  }
}

/** A new folder for one run. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), "campaign-desk-faults-"));
}
