import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Sha256 } from "../../shared/sha256.ts";

/** SHA-256 by a library: the browser's own answers with a promise. */
export const librarySha256: Sha256 = {
  ofText: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  create() {
    const growing = sha256.create();
    return {
      update: (bytes) => void growing.update(bytes),
      hex: () => bytesToHex(growing.digest()),
    };
  },
};
