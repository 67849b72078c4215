import { ipcMain, type IpcMainInvokeEvent } from "electron";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import { channelOf } from "../../shared/ipc/bridge.ts";
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
  type EventName,
  type EventPayload,
} from "../../shared/ipc/contract.ts";
import type { Result } from "../../shared/result.ts";
import { err } from "../../shared/result.ts";
import { logFailure } from "../log.ts";
import { failureOf } from "./failure.ts";
import { isTrustedSender } from "../security/trusted-sender.ts";
import { ourWindows } from "../window.ts";

/** One function a command. A refusal is an answer, never an exception. */
export type Handlers = {
  [N in CommandName]: (
    input: CommandInput<N>,
  ) => Promise<Result<CommandOutput<N>, AppError>> | Result<CommandOutput<N>, AppError>;
};

/**
 * Serves every command of the contract: trusted sender → zod → handler → `Result`. What a window asks while the handlers
 * are still being made waits for them.
 */
export function serve(handlers: Promise<Handlers>): void {
  for (const name of Object.keys(commands) as CommandName[]) {
    ipcMain.handle(channelOf(name), async (event: IpcMainInvokeEvent, input: unknown) => {
      if (!isTrustedSender(event)) throw new Error("Refused");
      return answer(await handlers, name, input);
    });
  }
}

/** Parses what came for one command and runs it. Never throws: a fault of ours is logged and answered as such. */
export async function answer<N extends CommandName>(
  handlers: Handlers,
  name: N,
  input: unknown,
): Promise<Result<CommandOutput<N>, AppError>> {
  const parsed = commands[name].input.safeParse(input);
  if (!parsed.success) return err(appErrorOf("input.invalid", { command: name }));
  try {
    return await handlers[name](parsed.data as CommandInput<N>);
  } catch (error) {
    logFailure(`command ${name}`, error);
    return err(failureOf(error, name));
  }
}

/** Tells every window something unasked. @returns how many there are */
export function tell<N extends EventName>(event: N, payload: EventPayload<N>): number {
  const windows = ourWindows().filter((window) => !window.isDestroyed());
  for (const window of windows) window.webContents.send(channelOf(event), payload);
  return windows.length;
}
