import { machineBugs } from "./machine-bugs.ts";
import { programBugs } from "./program-bugs.ts";
import type { SeededBug } from "./seeded-bug.ts";

/** Every bug that the tests must see, by their numbers from 1. */
export const seededBugs: readonly SeededBug[] = [...machineBugs, ...programBugs];
