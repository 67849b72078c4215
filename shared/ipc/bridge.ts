import type { AppError } from "../errors.ts";
import type { Result } from "../result.ts";
import type { CommandInput, CommandName, CommandOutput, EventName, EventPayload } from "./contract.ts";

/**
 * `window.desk`: one named method a command, and `on` for events. This file has no values of zod in it, so that
 * the sandboxed preload stays a page long.
 */
export type Desk = {
  [N in CommandName]: (input: CommandInput<N>) => Promise<Result<CommandOutput<N>, AppError>>;
} & {
  /** Listens until the answered function is called. */
  on: <N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void) => () => void;
};

const known = {
  getAppState: true,
  changeSettings: true,
  openDataFolder: true,
  haveSaved: true,
  openLink: true,
  saveFile: true,
  takeOpenedFile: true,
  readOpenedFile: true,
  takeWantedCampaign: true,
  connectAccount: true,
  removeAccount: true,
  listAccounts: true,
  switchAccount: true,
  forgetAccount: true,
  usePracticeMode: true,
  leavePracticeMode: true,
  refreshAccount: true,
  listSenders: true,
  listTariffs: true,
  listContactGroups: true,
  listContactFields: true,
  createDraft: true,
  openDraft: true,
  saveDraft: true,
  deleteDraft: true,
  writeDraftEdit: true,
  writeDraftSource: true,
  readDraftSource: true,
  clearDraftSource: true,
  writeDraftPeople: true,
  listTextedLately: true,
  listMatchings: true,
  rememberMatching: true,
  forgetMatching: true,
  estimatePrice: true,
  reviewDraft: true,
  confirmCampaign: true,
  quoteTest: true,
  sendTest: true,
  listCampaigns: true,
  openCampaign: true,
  listCampaignPeople: true,
  campaignCourse: true,
  readReport: true,
  draftForFailed: true,
  draftAgain: true,
  refreshCampaigns: true,
  undoCampaign: true,
  sendCampaignNow: true,
  cancelCampaign: true,
  answerPart: true,
  sendPartAt: true,
  listLists: true,
  saveList: true,
  renameList: true,
  tagList: true,
  deleteList: true,
  readList: true,
  openList: true,
  listListPeople: true,
  changeListPerson: true,
  addListPerson: true,
  removeListPeople: true,
  undoListStep: true,
  previewMerge: true,
  mergeLists: true,
  previewSubtract: true,
  subtractLists: true,
  watchNewList: true,
  stopNewList: true,
  writeListUpdate: true,
  writeListUpdateFromDraft: true,
  compareListUpdate: true,
  listListUpdate: true,
  takeListUpdate: true,
  dropListUpdate: true,
  listTemplates: true,
  saveTemplate: true,
  deleteTemplate: true,
  listNeverText: true,
  readNeverText: true,
  addNeverText: true,
  removeNeverText: true,
  getPrivacy: true,
  tracePerson: true,
  erasePerson: true,
  forgetMarks: true,
  prepareErasing: true,
  eraseEverything: true,
} as const satisfies Record<CommandName, true>;

/** The names of all commands; the compiler refuses a missing or a superfluous one. */
export const commandNames = Object.keys(known) as CommandName[];

const knownEvents = {
  appStateChanged: true,
  campaignsChanged: true,
  fileOpened: true,
  campaignWanted: true,
  leaving: true,
  menu: true,
} as const satisfies Record<EventName, true>;

/** The names of all events. */
export const eventNames = Object.keys(knownEvents) as EventName[];

/** The channel of a command or an event on Electron's side. */
export function channelOf(name: CommandName | EventName): string {
  return `desk:${name}`;
}
