import { createHash, hash } from "node:crypto";
import type { Sha256 } from "../shared/sha256.ts";

/** SHA-256 by Node. */
export const nativeSha256: Sha256 = {
  ofText: (text) => hash("sha256", text, "hex"),
  create() {
    const growing = createHash("sha256");
    return {
      update: (bytes) => void growing.update(bytes),
      hex: () => growing.digest("hex"),
    };
  },
};
