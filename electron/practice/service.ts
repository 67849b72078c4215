import { createServer, type Server, type ServerResponse } from "node:http";
import { control, controlPrefix, type Controls } from "./control.ts";
import { exchange } from "./exchange.ts";
import { openPractice, type OpenPracticeOptions } from "./open.ts";

export type PracticeOptions = OpenPracticeOptions & {
  /** 0 (the usual) takes a free one. */
  port?: number;
  /** Offers `/__practice/…` to tests. */
  control?: boolean;
};

export type PracticeService = Controls & {
  /** `http://127.0.0.1:…` without a slash at the end. */
  url: string;
  port: number;
  /** Closes every connection and the state, once. */
  close(): Promise<void>;
};

/** Starts the practice service on a loopback port. Rejects when the port or the state file cannot be had. */
export async function startPracticeService(options: PracticeOptions): Promise<PracticeService> {
  const opened = openPractice(options);
  const { controls, waiting } = opened;
  const server = createServer((request, response) => {
    const controlled = options.control === true && (request.url ?? "").startsWith(controlPrefix);
    const work = controlled ? control(controls, request, response) : exchange(opened, request, response);
    work.catch((error: unknown) => answerFailure(response, error));
  });
  try {
    const port = await listening(server, options.port ?? 0);
    let closing: Promise<void> | null = null;
    const end = async (): Promise<void> => {
      waiting.close();
      await closed(server);
      opened.close();
    };
    return {
      ...controls,
      url: `http://127.0.0.1:${port}`,
      port,
      close: () => (closing ??= end()),
    };
  } catch (error) {
    opened.close();
    throw error;
  }
}

function listening(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once("error", reject);
  server.listen(port, "127.0.0.1", () => {
    const address = server.address();
    if (address === null || typeof address === "string") reject(new Error("no port"));
    else resolve(address.port);
  });
  return promise;
}

function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

/** A fault of the practice service itself: a test must see it, so it is said in the answer. */
function answerFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  response.writeHead(500, { "Content-Type": "application/json" });
  response.end(
    JSON.stringify({ message: `practice service: ${error instanceof Error ? error.stack : String(error)}` }),
  );
}
