import { isNamedIn } from "./heading-words.ts";

/** Ways to reach a phone that name the phone itself, `Viber`, `SMS number`, and also what was sent there, `SMS ID`. */
export const messageChannels: ReadonlySet<string> = new Set("sms whatsapp viber вайбер вацап вотсап ватсап".split(" "));

/** Words of messages: their numbers, days and states, and whether they are welcome. In six languages. */
const ofMessages = new Set(
  [
    ["id", "uid", "status", "state", "date", "time", "at"],
    ["sent", "delivered", "delivery", "last", "message", "messages"],
    ["consent", "marketing", "opt", "opted", "subscribed", "accepts", "count", "total", "template", "campaign", "cost"],
    ["ід", "статус", "дата", "час", "надіслано", "відправлено", "доставлено", "остання", "останнє", "останньої"],
    ["останнього", "повідомлення", "повідомлень", "згода", "розсилка", "розсилки", "кількість", "код", "текст"],
    ["ид", "время", "отправлено", "последняя", "последнее", "последней", "последнего", "сообщение", "сообщения"],
    ["сообщений", "согласие", "рассылка", "рассылки", "количество", "вартість", "стоимость"],
    ["datum", "zeit", "gesendet", "letzte", "nachricht", "nachrichten", "einwilligung", "zustimmung", "anzahl"],
    ["data", "czas", "wysłano", "ostatni", "ostatnia", "wiadomość", "wiadomości", "zgoda", "liczba", "treść"],
    ["fecha", "hora", "estado", "enviado", "último", "mensaje", "mensajes", "consentimiento", "cantidad"],
  ].flat(),
);

/** `Number for SMS messages` is one to text. */
const purpose = new Set(["for", "для", "für", "do", "para"]);

/** Whether the words of a heading with one of the {@link messageChannels} name what was sent there: `Last SMS`, `Viber ID`. */
export function isAboutMessages(words: readonly string[]): boolean {
  return isNamedIn(words, ofMessages) && !words.some((word) => purpose.has(word));
}
