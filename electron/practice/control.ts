import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import type { Ledger } from "./ledger.ts";
import type { SwitchesPatch } from "./switches.ts";

/** What a test may do to the service from outside. */
export type Controls = {
  ledger(): Ledger;
  setSwitches(patch: SwitchesPatch): void;
  /** Moves the clock on. */
  advance(seconds: number): void;
  /** Lets held requests go on; says how many. */
  release: () => number;
};

const advanceBody = z.strictObject({ seconds: z.number().min(0) });

export const controlPrefix = "/__practice/";

/** Answers `/__practice/…`: ledger, switches, advance, release. */
export async function control(controls: Controls, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const answer = await act(controls, request);
    response.writeHead(answer === undefined ? 404 : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? { message: "Not Found" }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    response.writeHead(400, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ message }));
  }
}

async function act(controls: Controls, request: IncomingMessage): Promise<unknown> {
  switch (`${request.method} ${(request.url ?? "").slice(controlPrefix.length)}`) {
    case "GET ledger":
      return controls.ledger();
    case "POST switches":
      controls.setSwitches((await json(request)) as SwitchesPatch);
      return {};
    case "POST advance":
      controls.advance(advanceBody.parse(await json(request)).seconds);
      return {};
    case "POST release":
      return { released: controls.release() };
    default:
      return undefined;
  }
}
