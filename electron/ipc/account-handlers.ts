import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { contactFieldsOf } from "../account/contact-fields.ts";
import type { BsgClient, Refusal } from "../bsg/port.ts";
import type { Ports } from "./ports.ts";
import type { Handlers } from "./serve.ts";

type AccountHandlers = Pick<
  Handlers,
  | "getAppState"
  | "changeSettings"
  | "openDataFolder"
  | "openLink"
  | "haveSaved"
  | "saveFile"
  | "takeOpenedFile"
  | "readOpenedFile"
  | "connectAccount"
  | "removeAccount"
  | "listAccounts"
  | "switchAccount"
  | "forgetAccount"
  | "usePracticeMode"
  | "leavePracticeMode"
  | "refreshAccount"
  | "listSenders"
  | "listTariffs"
  | "listContactGroups"
  | "listContactFields"
>;

/** Commands on the program itself and on the account. */
export function accountHandlers({
  program,
  openLink,
  haveSaved,
  openFolder,
  saveFile,
  takeOpenedFile,
  readOpenedFile,
  dataFolder,
  now,
}: Ports): AccountHandlers {
  /** Asks the service in the name of the account that is shown. */
  const ask = async <T>(question: (client: BsgClient) => Promise<Result<T, Refusal>>): Promise<Result<T, AppError>> => {
    const side = await program.side();
    if (!side.ok) return side;
    const client = side.value.account.client();
    if (!client.ok) return client;
    const answer = await question(client.value);
    // The status is no part of an error as the window knows it.
    return answer.ok ? answer : err(appErrorOf(answer.error.code, answer.error.params));
  };
  return {
    getAppState: () => program.state(),
    changeSettings: async (patch) => ok(await program.changeSettings(patch)),
    openDataFolder: async () => {
      await openFolder(dataFolder);
      return ok({});
    },
    haveSaved: () => {
      haveSaved();
      return ok({});
    },
    openLink: async ({ link }) => {
      await openLink(link);
      return ok({});
    },
    saveFile: ({ name, bytes }) => saveFile(name, bytes),
    takeOpenedFile: async () => {
      const file = await takeOpenedFile();
      return file.ok ? ok({ file: file.value }) : file;
    },
    readOpenedFile: async ({ opened, offset }) => {
      const bytes = await readOpenedFile(opened, offset);
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes;
    },
    connectAccount: ({ key }) => program.connect(key),
    removeAccount: () => program.removeAccount(),
    listAccounts: async () => ok(await program.accounts()),
    switchAccount: ({ identity }) => program.switchAccount(identity),
    forgetAccount: async ({ identity }) => {
      const forgotten = await program.forgetAccount(identity);
      return forgotten.ok ? ok({}) : forgotten;
    },
    usePracticeMode: () => program.usePractice(),
    leavePracticeMode: () => program.leavePractice(),
    refreshAccount: async () => {
      const side = await program.side();
      return side.ok ? ok(await side.value.account.refresh()) : side;
    },
    listSenders: () => ask((client) => client.senders()),
    listTariffs: () => ask((client) => client.tariffs()),
    listContactGroups: () => ask((client) => client.groups()),
    listContactFields: async () => {
      const side = await program.side();
      return side.ok ? contactFieldsOf(side.value, now) : side;
    },
  };
}
