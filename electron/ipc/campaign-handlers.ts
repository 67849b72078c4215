import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { CommandInput, CommandOutput } from "../../shared/ipc/contract.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { bringBackDraft } from "../library/undone-drafts.ts";
import { draftRows, pageOfTwo } from "../library/draft-rows.ts";
import { openDrafts } from "../library/open-drafts.ts";
import { logFailure } from "../log.ts";
import { draftAgain, draftForFailed, reportPage } from "../review/after-campaign.ts";
import { confirmedCampaign, reviewDraft, type ReviewPorts } from "../review/review.ts";
import { quoteTest, testCampaign } from "../review/test-message.ts";
import type { Workspace } from "../workspace.ts";
import type { Ports } from "./ports.ts";
import type { Handlers } from "./serve.ts";

type CampaignHandlers = Pick<
  Handlers,
  | "estimatePrice"
  | "reviewDraft"
  | "confirmCampaign"
  | "quoteTest"
  | "sendTest"
  | "listCampaigns"
  | "openCampaign"
  | "listCampaignPeople"
  | "campaignCourse"
  | "takeWantedCampaign"
  | "readReport"
  | "draftForFailed"
  | "draftAgain"
  | "refreshCampaigns"
  | "undoCampaign"
  | "sendCampaignNow"
  | "cancelCampaign"
  | "answerPart"
  | "sendPartAt"
>;

/** Commands on price, review, confirmation, and on campaigns that were confirmed. */
export function campaignHandlers(ports: Ports): CampaignHandlers {
  const { program, now, newId, stateChanged } = ports;
  const on = async <T>(act: (side: Workspace) => Promise<Result<T, AppError>>) => {
    const side = await program.side();
    return side.ok ? act(side.value) : side;
  };
  /** For acts whose only answer is that they were done. */
  const done = (act: (side: Workspace) => Promise<Result<unknown, AppError>>) =>
    on(async (side) => {
      const answer = await act(side);
      return answer.ok ? ok({}) : answer;
    });

  return {
    estimatePrice: ({ buckets, ...terms }) =>
      on(async (side) => {
        const client = side.account.client();
        if (!client.ok) return client;
        const estimate = await side.prices.estimate(client.value, terms, buckets);
        if (!estimate.ok) return plain(estimate.error);
        const { at, ...prices } = estimate.value;
        return ok({ ...prices, askedAt: new Date(at).toISOString() });
      }),
    reviewDraft: ({ id }) => on((side) => reviewDraft(reviewPorts(side, ports), id)),
    confirmCampaign: ({ draftId, shown }) =>
      on(async (side) => {
        const { database, sending, privacy } = side;
        if (database.journalProblem !== null) return err(database.journalProblem);
        const confirmed = await privacy.whileNobodyIsErased(async () => {
          // A crash after the commit, or a window that asks twice, be it that the other one is only on its way: the first
          // confirmation answers.
          const { undoSeconds } = await program.settings();
          const before = await sending.confirmedBefore(draftId, undoSeconds);
          if (before !== null) return ok(before);
          const campaign = await confirmedCampaign(reviewPorts(side, ports), draftId, shown);
          if (!campaign.ok) return campaign;
          return sending.confirm(campaign.value, undoSeconds);
        });
        if (!confirmed.ok) return confirmed;
        stateChanged();
        return ok({ campaignId: confirmed.value.campaignId, undoUntil: confirmed.value.undoUntil });
      }),
    quoteTest: (message) =>
      on(async (side) => {
        const price = await quoteTest(reviewPorts(side, ports), message);
        return price.ok ? ok({ price: price.value }) : price;
      }),
    sendTest: ({ message, title, price, later }) =>
      on(async (side) => {
        const ids = { campaignId: newId(), draftId: newId() };
        const campaign = await testCampaign(reviewPorts(side, ports), { ...message, title, later }, price, ids);
        if (!campaign.ok) return campaign;
        // The button named the text, the number and the price: nothing is left to think over.
        const confirmed = await confirmTest(side, campaign.value);
        stateChanged();
        return confirmed.ok ? ok({ campaignId: confirmed.value.campaignId }) : confirmed;
      }),

    listCampaigns: (query) => on((side) => listCampaigns(side, query)),
    openCampaign: ({ id }) => on(({ sending }) => sending.details(id)),
    listCampaignPeople: ({ id, ...query }) =>
      on(async ({ sending }) => {
        const page = await sending.people(id, query);
        return ok({ ...page, counts: await sending.peopleCounts(id, query.search) });
      }),
    takeWantedCampaign: () =>
      on(async ({ sending }) => {
        const wanted = ports.takeWantedCampaign();
        const known = wanted !== null && (await sending.details(wanted)).ok;
        return ok({ id: known ? wanted : null });
      }),
    campaignCourse: ({ id }) => on(async ({ sending }) => ok(await sending.course(id))),
    readReport: ({ id, ...page }) => on((side) => reportPage({ ...side, now }, id, page)),
    draftAgain: ({ id }) =>
      on(async (side) => {
        const again = await draftAgain({ ...side, now }, id, { id: newId(), campaignId: newId() });
        stateChanged();
        return again;
      }),
    draftForFailed: ({ id, title }) =>
      on(async (side) => {
        const ids = { id: newId(), campaignId: newId() };
        const draft = await draftForFailed({ ...side, now }, id, { ...ids, title });
        stateChanged();
        return draft;
      }),
    refreshCampaigns: ({ id }) =>
      done(async ({ account, sending }) => {
        if (id === null) await account.refresh();
        return sending.refresh(id);
      }),
    undoCampaign: ({ id }) =>
      on(async ({ database, sending }) => {
        const undone = await sending.undo(id);
        if (!undone.ok) return undone;
        const draftId = newId();
        try {
          const back = await bringBackDraft(database.drafts, undone.value, { id: draftId, campaignId: newId() }, now());
          return back.ok ? ok({ draftId }) : back;
        } catch (error) {
          // Whoever reads that Undo failed must not fear that the texts go out.
          logFailure("undo", error);
          return err(appErrorOf("draft.not-back"));
        } finally {
          stateChanged();
        }
      }),
    sendCampaignNow: ({ id }) => done(({ sending }) => sending.sendNow(id)),
    cancelCampaign: ({ id }) => done(({ sending }) => sending.cancel(id)),
    answerPart: ({ id, part, answer }) => done(({ sending }) => sending.answer(id, part, answer)),
    sendPartAt: ({ id, part, ...time }) => done(({ sending }) => sending.sendAt(id, part, time)),
  };
}

function reviewPorts(
  { database, account, prices, stopList, privacy, sending }: Workspace,
  { now, stateChanged }: Ports,
): ReviewPorts {
  const client = account.client();
  return {
    database,
    client: client.ok ? client.value : null,
    prices,
    stopList,
    sealed: privacy.sealed,
    pastTheGate: sending.pastTheGate,
    now: () => Date.parse(now()),
    stateChanged,
  };
}

/** Pressed again, it would be another test: what is on disk although confirming it failed is said to be confirmed. */
async function confirmTest(
  { sending }: Workspace,
  campaign: ConfirmedCampaign,
): Promise<Result<{ campaignId: string }, AppError>> {
  try {
    return await sending.confirm(campaign, 0);
  } catch (error) {
    const written = await sending.confirmedBefore(campaign.draftId, 0);
    if (written === null) throw error;
    logFailure("journal", error);
    return ok(written);
  }
}

/** Drafts come first: they are what the user left to be done. */
async function listCampaigns(
  { database, sending }: Workspace,
  { search, filter, offset, limit }: CommandInput<"listCampaigns">,
): Promise<Result<CommandOutput<"listCampaigns">, AppError>> {
  const found = draftRows(await openDrafts(database), search);
  const drafts = filter === "all" || filter === "drafts" ? found : [];
  const page = pageOfTwo({ offset, limit }, drafts.length);
  const { rows, total, counts, checkedAt, problem } = await sending.list({
    search,
    filter: filter === "drafts" ? "all" : filter,
    ...page.second,
  });
  const shown = drafts.slice(page.first.offset, page.first.offset + page.first.limit);
  return ok({
    rows: filter === "drafts" ? shown : [...shown, ...rows],
    total: filter === "drafts" ? drafts.length : drafts.length + total,
    counts: { ...counts, all: counts.all + found.length, drafts: found.length },
    checkedAt,
    problem,
  });
}

/** Without the service's status, which is no part of an error as the window knows it. */
function plain({ code, params }: AppError): { ok: false; error: AppError } {
  return err(appErrorOf(code, params));
}
