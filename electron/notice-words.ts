import type { PeopleCounts } from "../shared/campaign/view.ts";

/** What a notification is about. */
export type NoticeKind = "finished" | "paused" | "attention" | "refused";

type Words = Record<NoticeKind, { title: string; body: (delivered: string, total: string) => string }>;

const english: Words = {
  finished: {
    title: "A campaign has finished",
    body: (delivered, total) => `Delivered: ${delivered} of ${total}. Who got it and what it cost is in Campaign Desk.`,
  },
  paused: {
    title: "A campaign is paused",
    body: (delivered, total) => `Delivered: ${delivered} of ${total}. Campaign Desk says why and how it goes on.`,
  },
  attention: {
    title: "A campaign waits for your answer",
    body: () => "Open Campaign Desk to decide how it goes on.",
  },
  refused: {
    title: "The service refused a campaign",
    body: (delivered, total) => `Delivered: ${delivered} of ${total}. Campaign Desk says why.`,
  },
};
const words: Record<string, Words> = {
  en: english,
  uk: {
    finished: {
      title: "Кампанію завершено",
      body: (delivered, total) =>
        `Доставлено: ${delivered} із ${total}. Хто отримав і скільки коштувало, видно в Campaign Desk.`,
    },
    paused: {
      title: "Кампанію призупинено",
      body: (delivered, total) =>
        `Доставлено: ${delivered} із ${total}. Чому і як продовжити, сказано в Campaign Desk.`,
    },
    attention: {
      title: "Кампанія чекає на вашу відповідь",
      body: () => "Відкрийте Campaign Desk, щоб вирішити, як їй бути далі.",
    },
    refused: {
      title: "Сервіс відмовив кампанії",
      body: (delivered, total) => `Доставлено: ${delivered} із ${total}. Чому, сказано в Campaign Desk.`,
    },
  },
  ru: {
    finished: {
      title: "Кампания завершена",
      body: (delivered, total) =>
        `Доставлено: ${delivered} из ${total}. Кто получил и сколько стоило, видно в Campaign Desk.`,
    },
    paused: {
      title: "Кампания приостановлена",
      body: (delivered, total) =>
        `Доставлено: ${delivered} из ${total}. Почему и как продолжить, сказано в Campaign Desk.`,
    },
    attention: {
      title: "Кампания ждёт вашего ответа",
      body: () => "Откройте Campaign Desk, чтобы решить, как ей быть дальше.",
    },
    refused: {
      title: "Сервис отказал кампании",
      body: (delivered, total) => `Доставлено: ${delivered} из ${total}. Почему, сказано в Campaign Desk.`,
    },
  },
};

/**
 * Title and text of a notification.
 * @param locale BCP 47 tag whose language it speaks, English where there are no words for it.
 */
export function noticeWords(
  locale: string,
  kind: NoticeKind,
  { delivered, total }: Pick<PeopleCounts, "delivered" | "total">,
): { title: string; body: string } {
  const spoken = locale.toLowerCase().split("-")[0] ?? "en";
  const { title, body } = (words[spoken] ?? english)[kind];
  const number = new Intl.NumberFormat(words[spoken] === undefined ? "en" : locale);
  return { title, body: body(number.format(delivered), number.format(total)) };
}
