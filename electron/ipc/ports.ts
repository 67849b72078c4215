import type { AppError } from "../../shared/errors.ts";
import type { AppState } from "../../shared/ipc/contract.ts";
import type { Result } from "../../shared/result.ts";
import type { OpenedFile } from "../opened-files.ts";
import type { ErasableProgram } from "../privacy/erase-everything.ts";
import type { Link } from "../security/links.ts";

/** What the handlers need of the rest of the main process. Nothing of it is Electron. */
export type Ports = {
  program: ErasableProgram;
  /** ISO 8601 UTC. */
  now: () => string;
  newId: () => string;
  /** The window must ask for the state again: settings, account or a count changed. */
  stateChanged: () => void;
  /** The window must ask for these campaigns again; none: for the list. */
  campaignsChanged: (ids: string[]) => void;
  /** Asks where to save a file and writes it. `saved` is false when the user decided otherwise. */
  saveFile: (name: string, bytes: Uint8Array) => Promise<Result<{ saved: boolean; name: string }, AppError>>;
  takeOpenedFile: () => Promise<Result<OpenedFile | null, AppError>>;
  readOpenedFile: (opened: number, offset: number) => Promise<Result<Uint8Array<ArrayBuffer>, AppError>>;
  /** The campaign whose notification was clicked, once. */
  takeWantedCampaign: () => string | null;
  openLink: (link: Link) => Promise<void>;
  /** The window has saved what was typed and may go. */
  haveSaved: () => void;
  openFolder: (folder: string) => Promise<void>;
  dataFolder: AppState["dataFolder"];
};
