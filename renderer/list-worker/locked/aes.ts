import { Refusal } from "../source/refusal.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const block = 16;
const none: Bytes = new Uint8Array(0);

/**
 * Decrypts AES-CBC without padding; `data` is a whole number of blocks. The platform's own AES insists on padding: a
 * block that decrypts to nothing but padding is put behind the data.
 */
export async function decryptCbc(key: Bytes, vector: Bytes, data: Bytes): Promise<Bytes> {
  // Only secure pages have it; without it a lock stays a lock.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) throw new Refusal("file.locked");
  const aes = await subtle.importKey("raw", key, "AES-CBC", false, ["encrypt", "decrypt"]);
  const last = data.length === 0 ? vector : data.slice(data.length - block);
  const padding = new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv: last }, aes, none));
  const padded = new Uint8Array(data.length + block);
  padded.set(data);
  padded.set(padding.subarray(0, block), data.length);
  return new Uint8Array(await subtle.decrypt({ name: "AES-CBC", iv: vector }, aes, padded));
}

/** Decrypts AES block by block (ECB), which the platform does not offer: what CBC chains is taken out again. */
export async function decryptEcb(key: Bytes, data: Bytes): Promise<Bytes> {
  const chained = await decryptCbc(key, new Uint8Array(block), data);
  for (let i = block; i < chained.length; i++) chained[i] = (chained[i] ?? 0) ^ (data[i - block] ?? 0);
  return chained;
}
