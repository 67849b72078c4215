import { expect, test } from "vitest";
import { askedAnswer, isNamedSender } from "../../../../shared/message/opt-out.ts";

test.each([
  ["Sale on Sunday. Reply STOP to opt out.", "Reply STOP to opt out"],
  ["Sale. Text STOP to end", "Text STOP to end"],
  ["Sale. STOP to opt out", "STOP to opt out"],
  ["Reply YES to confirm, see you", "Reply YES to confirm"],
  ["Знижки. Щоб відмовитися, відповідайте СТОП", "відповідайте СТОП"],
  ["Знижки. Надішліть «СТОП», щоб відмовитися", "Надішліть «СТОП»"],
  ["Надішліть СТОП у відповідь", "Надішліть СТОП у відповідь"],
  ["Скидки. Для отказа ответьте СТОП.", "ответьте СТОП"],
  ["Отправьте СТОП в ответ", "Отправьте СТОП в ответ"],
])("%s asks for an answer", (text, words) => {
  const asked = askedAnswer(text);
  expect(asked?.words).toBe(words);
  expect(text.slice(asked?.start, asked?.end)).toBe(words);
});

test.each([
  "No more texts? flora.ua/stop",
  "Reply STOP to +380 67 123 45 67",
  "Text STOP to 12345",
  "Надішліть СТОП на номер 380671234567",
  "Ответьте СТОП на 8080",
  "Відмова: flora.ua/stop",
  "The bus stop is beside the shop",
  "Replying machines, nonstop",
  "Несомненный ответственный выбор",
])("%s does not, or says where to", (text) => {
  expect(askedAnswer(text)).toBeNull();
});

test("a sender with letters cannot be answered, a number can", () => {
  expect(["FloraKyiv", "Shop 24", "A1"].map(isNamedSender)).toEqual([true, true, true]);
  expect(["380671234567", "8080", ""].map(isNamedSender)).toEqual([false, false, false]);
});
