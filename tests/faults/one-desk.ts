import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Begun } from "../sending/begun.ts";
import { Desk, type DeskOptions } from "../sending/desk.ts";

/** A service with an account of which nobody has heard yet: what takes time to make and a run has no use for. */
export const bare = { past: false, contacts: false } as const;

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

/** Kept from one run to the next. */
let begun: Begun | null = null;

/**
 * The same in memory, a campaign having been sent before. What ends badly leaves nothing behind for the next run: as
 * it is alone, by its seed, so it is among others.
 */
export async function withBegunDesk<T>(
  options: Omit<DeskOptions, "newFolder" | "atTheEnd" | "network" | "journal" | "service" | "begun">,
  act: (desk: Desk) => Promise<T>,
): Promise<T> {
  const own = (begun ??= await begin());
  own.putBack();
  try {
    return await withDesk({ ...options, network: "memory", journal: "memory", begun: own }, act);
  } catch (error) {
    begun = null;
    own.close();
    throw error;
  }
}

async function begin(): Promise<Begun> {
  const fresh = new Begun();
  await withDesk({ network: "memory", journal: "memory", begun: fresh }, async (desk) => {
    await desk.sendOneBefore();
    const elapsed = desk.time.monotonic();
    await desk.close();
    fresh.keep(elapsed);
  });
  return fresh;
}

/** A new folder for one run. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), "campaign-desk-faults-"));
}
