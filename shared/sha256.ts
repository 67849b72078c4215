/**
 * SHA-256 of the runtime that runs the code: main has a native one (`electron/native-sha256.ts`), in the window only
 * a library answers at once (`renderer/list-worker/sha256.ts`).
 */
export type Sha256 = {
  /** Of a text's UTF-8 bytes; 64 hexadecimal characters. */
  ofText(text: string): string;
  /** One that grows; `hex` ends it: 64 hexadecimal characters. */
  create(): { update(bytes: Uint8Array): void; hex(): string };
};
