/** The part of `split-sms` that the practice service uses; the package ships no types. */
declare module "split-sms" {
  export function split(
    message: string,
    options?: { summary?: boolean },
  ): { characterSet: "GSM" | "Unicode"; parts: { length: number; bytes: number }[] };
}
