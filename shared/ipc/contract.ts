import { z } from "zod";
import { accountState, contactFields, keptAccount, sender, tariff } from "../account.ts";
import { preflight, shownAtConfirmation } from "../campaign/preflight.ts";
import { testMessage } from "../campaign/test-message.ts";
import {
  campaignCourse,
  campaignDetails,
  campaignRow,
  peopleCounts,
  peopleFilters,
  personView,
} from "../campaign/view.ts";
import { appError } from "../errors.ts";
import { chosenGroup, draft, draftPatch, draftSource, peopleChunk, wallTime } from "../library/draft.ts";
import { settings, settingsPatch } from "../library/settings.ts";
import { money } from "../money.ts";
import { personTrace, privacyState, waitingErasure } from "../privacy.ts";
import { rememberedMatching } from "../recipients/fingerprint.ts";
import { edit } from "../recipients/reading.ts";
import { bytes, command, id, nothing, number, page, search } from "./command.ts";
import { listCommands } from "./list-commands.ts";

/** At most this many bytes of a source in one message; sources of up to 200 MB go in pieces. */
export const sourceChunkLimit = 4 * 1024 * 1024;

const saved = z.strictObject({ savedAt: z.string() });
const openedFile = z.strictObject({
  opened: z.number().int(),
  name: z.string(),
  size: z.number().int(),
  /** The user chose it in the program's own dialog: it is for the campaign on the screen. */
  asked: z.boolean(),
});

export const appState = z.strictObject({
  version: z.string(),
  platform: z.string(),
  /** BCP 47 tag of the system, such as "uk-UA". */
  locale: z.string(),
  dataFolder: z.string(),
  settings,
  account: accountState,
  counts: z.strictObject({
    campaigns: z.number().int(),
    lists: z.number().int(),
    templates: z.number().int(),
    neverText: z.number().int(),
  }),
  /** Why nothing can be sent (damaged, locked or read-only journal); everything else works. */
  journalProblem: appError.nullable(),
  /** What was not erased when everything was to go, in this run. */
  left: appError.nullable(),
});
export type AppState = z.infer<typeof appState>;

export const savedTemplate = z.strictObject({ id, name: z.string(), text: z.string(), builtIn: z.boolean() });
export type SavedTemplate = z.infer<typeof savedTemplate>;

export const priceBucket = z.strictObject({
  encoding: z.enum(["gsm7", "ucs2"]),
  parts: z.number().int().min(1).max(5),
  /** One number a country stands for its people, so that no list leaves the computer before Review. */
  countries: z
    .array(z.strictObject({ sample: number, people: z.number().int().min(1) }))
    .min(1)
    .max(300),
});
export type PriceBucket = z.infer<typeof priceBucket>;

/** Every command of the window to the main process, on one page. All answer `Result<output, AppError>`. */
export const commands = {
  // The program
  getAppState: command(nothing, appState),
  changeSettings: command(settingsPatch, settings),
  openDataFolder: command(nothing, nothing),
  /** The answer to `leaving`: what was typed is saved, the window may go. */
  haveSaved: command(nothing, nothing),
  openLink: command(z.strictObject({ link: z.enum(["web-account", "api-help"]) }), nothing),
  saveFile: command(
    z.strictObject({ name: z.string().min(1).max(200), bytes }),
    z.strictObject({ saved: z.boolean(), name: z.string() }),
  ),
  /** A spreadsheet that the system opened with the program, each only once; null when none waits. */
  takeOpenedFile: command(nothing, z.strictObject({ file: openedFile.nullable() })),
  /** The bytes of such a file from `offset` on, as many as go at a time. */
  readOpenedFile: command(
    z.strictObject({ opened: z.number().int(), offset: z.number().int().min(0) }),
    z.strictObject({ bytes }),
  ),
  /** The campaign whose notification was clicked, once; null when none was, or on the other side of the program. */
  takeWantedCampaign: command(nothing, z.strictObject({ id: id.nullable() })),

  // Account
  connectAccount: command(z.strictObject({ key: z.string().max(400) }), accountState),
  /** Forgets the connected key; another account whose key is kept takes its place. */
  removeAccount: command(nothing, accountState),
  /** The accounts whose keys are kept. */
  listAccounts: command(nothing, z.array(keptAccount)),
  switchAccount: command(z.strictObject({ identity: id }), accountState),
  /** Forgets the key of an account that is not connected. */
  forgetAccount: command(z.strictObject({ identity: id }), nothing),
  usePracticeMode: command(nothing, accountState),
  leavePracticeMode: command(nothing, accountState),
  refreshAccount: command(nothing, accountState),
  listSenders: command(nothing, z.array(sender)),
  listTariffs: command(nothing, z.array(tariff)),
  listContactGroups: command(nothing, z.array(chosenGroup)),
  listContactFields: command(nothing, contactFields),

  // Drafts
  createDraft: command(z.strictObject({ title: z.string().max(200) }), draft),
  openDraft: command(z.strictObject({ id }), draft),
  saveDraft: command(z.strictObject({ id, patch: draftPatch }), saved),
  deleteDraft: command(z.strictObject({ id }), nothing),
  /** The draft's edit at `place` (0 is the first) is this, and none comes after it; null: none is there either. */
  writeDraftEdit: command(
    z.strictObject({ id, place: z.number().int().min(0).max(1_000_000), edit: edit.nullable() }),
    saved,
  ),
  /** Bytes of a new source in order, the last with `last`; it replaces the old source, its reading and its edits. */
  writeDraftSource: command(
    z.strictObject({ id, source: draftSource, offset: z.number().int().min(0), last: z.boolean(), bytes }),
    saved,
  ),
  readDraftSource: command(
    z.strictObject({ id, offset: z.number().int().min(0) }),
    z.strictObject({ bytes, total: z.number().int() }),
  ),
  clearDraftSource: command(z.strictObject({ id }), saved),
  writeDraftPeople: command(peopleChunk, z.strictObject({ people: z.number().int() })),
  /** Everybody who was texted in the last so many days with the last instant of each, for the list worker. */
  listTextedLately: command(
    nothing,
    z.strictObject({ days: z.number().int(), now: z.string(), numbers: z.array(number), at: z.array(z.string()) }),
  ),
  /** How the columns of earlier files were matched, by their headings, the newest last. */
  listMatchings: command(nothing, z.array(rememberedMatching)),
  rememberMatching: command(rememberedMatching, nothing),
  forgetMatching: command(rememberedMatching.pick({ fingerprint: true }), nothing),

  // Price and review
  estimatePrice: command(
    z.strictObject({
      sender: z.string().max(20),
      tariffCode: z.number().int().min(0).max(9).nullable(),
      buckets: z.array(priceBucket).max(12),
    }),
    // For each bucket the price of each of its countries, in order.
    z.strictObject({ buckets: z.array(z.array(money.nullable())), total: money.nullable(), askedAt: z.string() }),
  ),
  reviewDraft: command(z.strictObject({ id }), preflight),
  confirmCampaign: command(
    z.strictObject({ draftId: id, shown: shownAtConfirmation }),
    z.strictObject({ campaignId: id, undoUntil: z.string().nullable() }),
  ),
  quoteTest: command(testMessage, z.strictObject({ price: money })),
  /**
   * One text to one's own number, at the price that was shown, as a campaign of one person. It goes out at once;
   * `later`: in 15 minutes, which shows by which clock the service reads a planned time.
   */
  sendTest: command(
    z.strictObject({ message: testMessage, title: z.string().min(1).max(200), price: money, later: z.boolean() }),
    z.strictObject({ campaignId: id }),
  ),

  // Campaigns
  listCampaigns: command(
    z.strictObject({ search, filter: z.enum(["all", "waiting", "sending", "finished", "drafts"]), ...page }),
    z.strictObject({
      rows: z.array(campaignRow),
      total: z.number().int(),
      counts: z.strictObject({
        all: z.number().int(),
        waiting: z.number().int(),
        sending: z.number().int(),
        finished: z.number().int(),
        drafts: z.number().int(),
      }),
      checkedAt: z.string().nullable(),
      problem: appError.nullable(),
    }),
  ),
  openCampaign: command(z.strictObject({ id }), campaignDetails),
  listCampaignPeople: command(
    z.strictObject({ id, search, filter: z.enum(peopleFilters), ...page }),
    /** `counts` are of what the search finds, for every filter. */
    z.strictObject({ total: z.number().int(), counts: peopleCounts, rows: z.array(personView) }),
  ),
  campaignCourse: command(z.strictObject({ id }), campaignCourse),
  /** People of a campaign of ours with the cells of the spreadsheet they came from, for the report. */
  readReport: command(
    z.strictObject({ id, ...page }),
    z.strictObject({
      total: z.number().int(),
      /** The phone columns by the file's own headings, and their cells as they were written. */
      phoneColumns: z.array(z.string()),
      columns: z.array(z.string()),
      rows: z.array(z.strictObject({ person: personView, phones: z.array(z.string()), cells: z.array(z.string()) })),
    }),
  ),
  /** A new draft with everything of the one that a campaign came from: list, text, review. */
  draftAgain: command(z.strictObject({ id }), z.strictObject({ draftId: id })),
  /** A new draft for those whom a finished campaign did not reach, with their cells and its text. */
  draftForFailed: command(
    z.strictObject({ id, title: z.string().min(1).max(200) }),
    z.strictObject({ draftId: id, people: z.number().int() }),
  ),
  refreshCampaigns: command(z.strictObject({ id: id.nullable() }), nothing),
  /** Takes a campaign back while its undo window is open; its draft is there again under a new id. */
  undoCampaign: command(z.strictObject({ id }), z.strictObject({ draftId: id })),
  /** Ends the undo window: the first request may leave now. */
  sendCampaignNow: command(z.strictObject({ id }), nothing),
  cancelCampaign: command(z.strictObject({ id }), nothing),
  answerPart: command(
    z.strictObject({ id, part: z.number().int().min(0).max(99), answer: z.enum(["send", "look", "drop"]) }),
    nothing,
  ),
  /** Send at … for a part that waits for a click: only its planned time changes. */
  sendPartAt: command(z.strictObject({ id, part: z.number().int().min(0).max(99), ...wallTime }), nothing),

  // Lists, templates, never-text list
  ...listCommands,
  listTemplates: command(nothing, z.array(savedTemplate)),
  saveTemplate: command(
    z.strictObject({ id: id.nullable(), name: z.string().min(1).max(200), text: z.string().max(10_000) }),
    savedTemplate,
  ),
  deleteTemplate: command(z.strictObject({ id }), nothing),
  listNeverText: command(
    z.strictObject({ search, ...page }),
    z.strictObject({
      total: z.number().int(),
      rows: z.array(z.strictObject({ number, since: z.string() })),
      /** People of whom only a mark is kept, so that they are never texted again. */
      erased: z.number().int(),
    }),
  ),
  /** All numbers of the never-text list with the day each was put there, for the list worker. */
  readNeverText: command(nothing, z.strictObject({ numbers: z.array(number), since: z.array(z.string()) })),
  addNeverText: command(
    z.strictObject({ numbers: z.array(number).min(1).max(10_000) }),
    z.strictObject({ added: z.number().int() }),
  ),
  removeNeverText: command(z.strictObject({ numbers: z.array(number).min(1).max(10_000) }), nothing),

  // Privacy
  getPrivacy: command(nothing, privacyState),
  /** Everything that is known of one number, on the side that is shown. */
  tracePerson: command(z.strictObject({ number }), personTrace),
  /** Erases a number on the side that is shown; answers what is waited for. `keepOut`: it is never texted again. */
  erasePerson: command(
    z.strictObject({ number, keepOut: z.boolean(), deleteDrafts: z.array(id).max(1000) }),
    z.strictObject({ waiting: waitingErasure.nullable() }),
  ),
  /** Forgets the erased people of the never-text list whom nobody can recognise any more. */
  forgetMarks: command(nothing, nothing),
  /** What would be lost sight of if everything were erased; `notOver` null: nobody can say. */
  prepareErasing: command(nothing, z.strictObject({ token: id, notOver: z.number().int().nullable() })),
  /** Erases all that the program knows, in the keychain too, and begins as new. */
  eraseEverything: command(z.strictObject({ token: id }), nothing),
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** Everything main tells the window unasked. */
export const events = {
  /** Account, settings, counts or health changed: ask for the app state again. */
  appStateChanged: z.strictObject({}),
  /** Something about these campaigns changed: ask again for what is on the screen. */
  campaignsChanged: z.strictObject({ ids: z.array(z.string()) }),
  /** The system opened a spreadsheet with the program: take it. */
  fileOpened: z.strictObject({}),
  /** A campaign's notification was clicked: take it. */
  campaignWanted: z.strictObject({}),
  /** The window is about to go: save what was typed, then say `haveSaved`. */
  leaving: z.strictObject({}),
  /** A menu item or its shortcut. */
  menu: z.strictObject({ command: z.enum(["new-campaign", "campaigns", "settings", "undo", "redo"]) }),
} as const satisfies Record<string, z.ZodType>;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]["input"]>;
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]["output"]>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
