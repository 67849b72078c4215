import { z } from "zod";

/**
 * Everything that can go wrong in words a person can act on. The sentences live in `renderer/i18n`
 * under `error.<code>.what | means | do`; the parameters fill their gaps.
 */
export const errorCodes = [
  // Files
  "file.empty",
  "file.unreadable",
  "file.out-of-reach",
  "file.locked",
  "file.too-large",
  "file.not-a-table",
  "file.contact-cards",
  "file.no-rows",
  "file.no-phones",
  "file.hostile",
  "file.kind-unknown",
  "file.gave-up",
  "file.several",
  // Account
  "key.malformed",
  "key.refused",
  "key.missing",
  "keychain.unavailable",
  "keychain.not-removed",
  // Network and service
  "network.down",
  "network.timeout",
  "network.broken",
  "network.tls",
  "network.proxy",
  "network.address",
  "service.not-json",
  "service.malformed",
  "service.too-large",
  "service.unavailable",
  "service.refused",
  "service.busy",
  "service.duplicate-request",
  "service.demo-mode",
  "service.test-mode",
  "service.no-money",
  "service.sender",
  "service.tariff",
  "service.text",
  "service.number",
  "service.time",
  "service.not-found",
  "service.status",
  // Preparing
  "draft.missing",
  "draft.rewritten",
  "draft.not-back",
  "draft.no-people",
  "draft.no-text",
  "draft.template",
  "draft.too-long",
  "draft.too-many",
  "draft.lists-gone",
  "draft.empty-text",
  "review.differs",
  "review.price-higher",
  "review.no-price",
  "review.sender",
  "review.time-past",
  "review.time-far",
  "review.time-invalid",
  "review.never-waits",
  "review.validity",
  "review.consent",
  "clock.wrong",
  // Library and journal
  "library.unreadable",
  "journal.locked",
  "journal.damaged",
  "journal.newer",
  "journal.disk-full",
  "journal.read-only",
  // Campaigns
  "campaign.missing",
  "campaign.not-final",
  "campaign.undo-late",
  "campaign.not-cancellable",
  "campaign.other-account",
  "campaign.never-text",
  "list.missing",
  "list.name-taken",
  "list.number-there",
  "list.person-missing",
  "list.nobody",
  "template.missing",
  "export.failed",
  "disk.full",
  // Privacy
  "never-text.sealed",
  "never-text.key-lost",
  "erase.incomplete",
  "erase.keychain",
  "erase.keychain-unnoted",
  // The program itself
  "input.invalid",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One refusal: a code with the few values its sentence needs. Never a number, text or key of a customer. */
export const appError = z.strictObject({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AppError = z.infer<typeof appError>;

/** Makes an {@link AppError}. */
export function appErrorOf(code: ErrorCode, params: AppError["params"] = {}): AppError {
  return { code, params };
}
