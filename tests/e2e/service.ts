import { startPracticeService, type PracticeOptions, type PracticeService } from "../../electron/practice/service.ts";
import type { Pace } from "../../electron/practice/switches.ts";
import { test as withApp, type LaunchOptions, type RunningApp } from "./launch-app.ts";
import { connectAccount, waitLongForUndo } from "./steps.ts";

/** A key that the practice service knows as an account of its own. */
export const knownKey = "live_demo_key_0001";

/** A pace for tests that only wait for the end of a campaign: some seconds, and every state is still passed. */
export const swift: Pace = {
  creationSeconds: 0.5,
  moderationSeconds: 1,
  messagesPerSecond: 5000,
  sendingSeconds: 0.5,
  deliverySeconds: [0, 1],
};

type Fixtures = {
  /** A practice service in this process, as if it were BSG's: the program reaches it over real sockets. */
  startService: (options?: Partial<PracticeOptions>) => Promise<PracticeService>;
  /** Launches the program against a service and connects an account of it. */
  launchConnected: (service: PracticeService, options?: LaunchOptions) => Promise<RunningApp>;
};

/** Playwright's `test` with the program and the service it talks to. */
export const test = withApp.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs: nothing.
  startService: async ({}, hand) => {
    const services: PracticeService[] = [];
    await hand(async (options) => {
      const service = await startPracticeService({ stateFile: ":memory:", ...options });
      services.push(service);
      return service;
    });
    await Promise.all(services.map((service) => service.close()));
  },
  launchConnected: async ({ launchApp }, hand) => {
    await hand(async (service, options = {}) => {
      const app = await launchApp({ ...options, env: { BSG_API_URL: service.url, ...options.env } });
      await connectAccount(app.page, knownKey);
      await waitLongForUndo(app.page);
      return app;
    });
  },
});

export { expect } from "./launch-app.ts";
