import { split } from "split-sms";
import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, test } from "vitest";
import { countParts } from "../../../../shared/message/parts.ts";

/**
 * Two kept libraries count the same messages: split-sms by code points, sms-segments-calculator by graphemes. The texts
 * are as long as the borders between parts and a few characters more or less, full of what is hard there. The libraries are slow: a
 * fifth of the messages is counted with every run of the tests, all 100,000 with AGREEMENT=full.
 */
const alphabets: [name: string, letters: string[], borders: number[], messages: number][] = [
  ["GSM 7-bit", Array.from("abc 019.,€[]{}\\^~|éñàÇΔΩ\n\r\f@£"), [0, 160, 160, 160, 306], 8_000],
  ["GSM 7-bit and what nearly is", Array.from("abcde fghij klmno 012345678ç`’\u00a0"), [0, 70, 134, 160], 12_000],
  ["Cyrillic with Latin", Array.from("абвгїєґщ abc€[1]"), [0, 67, 70, 70, 134], 25_000],
  ["UCS-2 with surrogate pairs", Array.from("жa 😀🌷€\u2028№"), [0, 67, 70, 70, 134], 30_000],
  ["any writing", Array.from("дñ字עא ไ😀aΩ\t…"), [0, 67, 70, 70, 134], 25_000],
];

const share = process.env["AGREEMENT"] === "full" ? 1 : 5;

/** Numbers from 0 to below `limit`, the same in every run. */
function createDraw(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Most of a long text is one plain letter, so that the hard characters decide at the borders. */
function makeMessage(letters: readonly string[], borders: readonly number[], draw: (limit: number) => number): string {
  const plain = letters[0]!.repeat(Math.max(0, borders[draw(borders.length)]! - draw(12)));
  const hard = Array.from({ length: 1 + draw(14) }, () => letters[draw(letters.length)]!).join("");
  const cut = draw(plain.length + 1);
  return plain.slice(0, cut) + hard + plain.slice(cut);
}

const ours = (text: string) => {
  const { encoding, parts } = countParts(text);
  return `${encoding} ${parts}`;
};
const splitSms = (text: string) => {
  const { characterSet, parts } = split(text, { summary: true });
  return `${characterSet === "GSM" ? "gsm7" : "ucs2"} ${parts.length}`;
};
const segments = (text: string) => {
  const { encodingName, segmentsCount } = new SegmentedMessage(text);
  return `${encodingName === "GSM-7" ? "gsm7" : "ucs2"} ${segmentsCount}`;
};

describe("messages are counted as by split-sms and sms-segments-calculator:", () => {
  test.each(alphabets)(
    "%s",
    (name, letters, borders, messages) => {
      const draw = createDraw(name.length);
      const different: string[] = [];
      for (let made = 0; made < messages / share; made++) {
        const text = makeMessage(letters, borders, draw);
        const [mine, one, other] = [ours(text), splitSms(text), segments(text)];
        if (mine !== one || mine !== other) different.push(`${JSON.stringify(text)}: ${mine}, ${one}, ${other}`);
      }
      expect(different).toEqual([]);
    },
    300_000,
  );
});

describe("where a library counts differently, the standard decides:", () => {
  test("an empty text is no message (split-sms and sms-segments-calculator count one)", () => {
    expect([ours(""), splitSms(""), segments("")]).toEqual(["gsm7 0", "gsm7 1", "gsm7 1"]);
  });

  test("letters of several characters may be cut: TS 23.040, 9.2.3.24.1 joins the parts before they are shown", () => {
    // sms-segments-calculator keeps a family or a letter with its accent in one part, as Twilio does. UCS-2 (TS 23.038,
    // 6.2.3) knows 16-bit characters only, and the parts of a message are put together again octet by octet.
    for (const [first, rest] of [
      ["👩", "\u200d👧"],
      ["👍", "🏽"],
      ["🇺", "🇦"],
      ["ж", "\u0301"],
    ] as const) {
      const text = ("ж".repeat(67 - first.length) + first + rest).padEnd(134, "ж");
      expect([ours(text), splitSms(text), segments(text)]).toEqual(["ucs2 2", "ucs2 2", "ucs2 3"]);
    }
  });

  test("a surrogate pair and an escape sequence are never cut: TS 23.038, 6.2.1.1 makes two septets one character", () => {
    for (const [text, count] of [
      [`${"ж".repeat(66)}😀${"ж".repeat(66)}`, "ucs2 3"],
      [`${"a".repeat(152)}€${"a".repeat(152)}`, "gsm7 3"],
    ] as const) {
      expect([ours(text), splitSms(text), segments(text)]).toEqual([count, count, count]);
    }
  });
});
