import type { PlainPlan } from "../../../shared/recipients/phone-short-cut.ts";
import { type CellOffsets, placeBits } from "../text/cell-offsets.ts";
import { kernel } from "./kernel.ts";

/** A stretch of a text: its bytes, where its rows and cells are, and which of the rows are asked for, ascending. */
export type Stretch = { bytes: Uint8Array; cells: CellOffsets; rows: Uint32Array };

/**
 * What was read of a stretch, by the order of its rows: number and verdict. Those that are left to others have neither,
 * and stand in `unclear`. The arrays are the kernel's own: whoever reads more first copies them.
 */
export type PlainPhones = { numbers: Float64Array; verdicts: Uint8Array; unclear: Int32Array };

const { calls, ends, rowStarts } = kernel;
const { buffer } = calls.memory;
const patternRoom = calls.statesRoom.value * calls.stateWidth.value;
const mobile = new Int32Array(buffer, calls.mobileAt.value, patternRoom);
const abroad = new Int32Array(buffer, calls.abroadAt.value, patternRoom);
const phonesRoom = calls.phonesRoom.value;
const phoneRows = new Uint32Array(buffer, calls.phoneRowsAt.value, phonesRoom);
const numbers = new Float64Array(buffer, calls.numbersAt.value, phonesRoom);
const verdicts = new Uint8Array(buffer, calls.verdictsAt.value, phonesRoom);
const unclear = new Int32Array(buffer, calls.unclearAt.value, phonesRoom);

/** The verdicts that are put down for phones, as the reader of them counts verdicts. */
export type PlainVerdicts = { ready: number; repaired: number };

/** The plan that the kernel has, and how far its patterns were worked out. */
let kept: { plan: PlainPlan; steps: number } | null = null;

/** Gives the kernel a plan as far as it is worked out; false where it has no room for it. */
function takePlan(plan: PlainPlan): boolean {
  const steps = plan.mobile.steps + plan.abroad.steps;
  if (kept?.plan === plan && kept.steps === steps) return true;
  const [ofMobile, ofAbroad] = [plan.mobile.workedOut(), plan.abroad.workedOut()];
  kept = null;
  if (Math.max(ofMobile.length, ofAbroad.length) > patternRoom) return false;
  mobile.set(ofMobile);
  abroad.set(ofAbroad);
  calls.setPlan(
    plan.code,
    plan.codeLength,
    plan.hasTrunk,
    plan.plainTrunk,
    plan.zerosMeanAbroad,
    plan.isMainOfCode,
    plan.longest,
    plan.mobile.start,
    plan.behindCode,
    plan.abroad.start,
  );
  kept = { plan, steps };
  return true;
}

/**
 * Reads the cells of one column in a stretch as far as they plainly are mobile numbers of the plan's country: what
 * `PhoneShortCut` says of each of them, many at once. `as` are the verdicts that are put down. Null for a stretch that is
 * too large, which is to be read row by row.
 */
export function readPlainPhones(
  { bytes, cells, rows }: Stretch,
  column: number,
  plan: PlainPlan,
  as: PlainVerdicts,
): PlainPhones | null {
  const [firstRow, lastRow] = [rows[0], rows.at(-1)];
  if (firstRow === undefined || lastRow === undefined || rows.length > phonesRoom) return null;
  // Where a cell starts the one before it says.
  const firstCell = Math.max(0, cells.rowStarts[firstRow]! - 1);
  const endCell = cells.rowStarts[lastRow + 1]!;
  const base = firstCell === 0 ? 0 : cells.ends[firstCell]! & placeBits;
  const end = cells.ends[endCell - 1]! & placeBits;
  const isTooLarge = end - base > kernel.pieceRoom || endCell - firstCell > ends.length;
  if (isTooLarge || lastRow - firstRow + 2 > rowStarts.length || !takePlan(plan)) return null;
  kernel.takeBytes(bytes, base, end);
  ends.set(cells.ends.subarray(firstCell, endCell));
  rowStarts.set(cells.rowStarts.subarray(firstRow, lastRow + 2));
  phoneRows.set(rows);
  const left = calls.readPhones(rows.length, column, base, firstRow, firstCell, as.ready, as.repaired);
  return {
    numbers: numbers.subarray(0, rows.length),
    verdicts: verdicts.subarray(0, rows.length),
    unclear: unclear.subarray(0, left),
  };
}
