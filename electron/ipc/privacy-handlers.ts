import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { ok } from "../../shared/result.ts";
import type { Privacy } from "../privacy/privacy.ts";
import type { Sending } from "../sending/sending.ts";
import type { Ports } from "./ports.ts";
import type { Handlers } from "./serve.ts";

type PrivacyHandlers = Pick<
  Handlers,
  "getPrivacy" | "tracePerson" | "erasePerson" | "forgetMarks" | "prepareErasing" | "eraseEverything"
>;

/** Commands on what is kept of people. */
export function privacyHandlers({ program, stateChanged }: Ports): PrivacyHandlers {
  const on = async <T>(act: (privacy: Privacy, sending: Sending) => Promise<Result<T, AppError>>) => {
    const side = await program.side();
    return side.ok ? act(side.value.privacy, side.value.sending) : side;
  };
  return {
    getPrivacy: () => on(async (privacy) => ok(await privacy.state())),
    tracePerson: ({ number }) => on(async (privacy) => ok(await privacy.trace(number))),
    erasePerson: ({ number, ...choice }) =>
      on(async (privacy, sending) => {
        const erased = await privacy.erase(number, choice, sending.pastTheGate);
        return erased.ok ? ok({ waiting: erased.value }) : erased;
      }),
    forgetMarks: () =>
      on(async (privacy, sending) => {
        const forgotten = await privacy.forgetMarks();
        // What has waited for the key goes on.
        if (forgotten.ok) sending.hurry();
        return forgotten.ok ? ok({}) : forgotten;
      }),
    prepareErasing: () => program.prepareErasing(),
    eraseEverything: async ({ token }) => {
      const erased = await program.eraseEverything(token);
      stateChanged();
      return erased.ok ? ok({}) : erased;
    },
  };
}
