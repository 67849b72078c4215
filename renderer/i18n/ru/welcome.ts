import type { welcome as english } from "../en/welcome.ts";
import type { Translation } from "../translation.ts";

export const welcome = {
  headline: "Ваша таблица — сообщением каждому, кто в ней есть.",
  purpose:
    "Перетащите список клиентов, напишите одно сообщение, посмотрите, что получит каждый и сколько это стоит, и отправьте. Никому не пишем дважды.",
  "practice.title": "Сначала попробовать",
  "practice.text":
    "Всё работает с учебным сервисом внутри программы. Без аккаунта, без интернета, ни одно сообщение не покидает компьютер.",
  "practice.act": "Начать в учебном режиме",
  "connect.title": "Подключить мой аккаунт",
  "connect.text":
    "Вставьте ключ API из своего аккаунта BSG. Он остаётся в хранилище ключей этого компьютера, и его не видит никто, даже мы.",
  "connect.label": "Ключ API",
  "connect.act": "Подключить",
  "connect.checking": "Проверяем ключ в сервисе",
  language: "Язык",
} as const satisfies Translation<typeof english>;
