import type { app as english } from "../en/app.ts";
import type { Translation } from "../translation.ts";

export const app = {
  product: "Campaign Desk",
  loading: "Загрузка",
  dismiss: "Закрыть это сообщение",
  notices: "Уведомления",
  tryAgain: "Попробовать ещё раз",
  starting: "Открываем ваш стол",
  "starting.check":
    "Сначала просматриваем все записи об отправленном, чтобы не полагаться ни на что повреждённое. Если людей очень много, это может занять минуту.",
  "nav.label": "Главное",
  "nav.new": "Новая кампания",
  "nav.campaigns": "Кампании",
  "nav.lists": "Списки",
  "nav.templates": "Шаблоны",
  "nav.neverText": "Не писать",
  "nav.settings": "Настройки",
  "practice.banner": "Учебный режим. Ничего не отправляется и ничего не списывается.",
  "practice.connect": "Подключить мой аккаунт",
  "practice.account": "Учебный аккаунт",
  "practice.balance": "Баланс {{amount}}, не настоящий",
  "account.title": "Аккаунт BSG",
  "account.numbered": "Аккаунт BSG {{identity}}",
  "account.balance": "Баланс {{amount}}",
  "account.balanceUnknown": "Баланс ещё не известен",
  "account.key": "Ключ {{hint}}",
  "account.sessionOnly": "Хранится до закрытия программы: хранилище ключей компьютера не отвечает",
  "account.testKey": "Тестовый ключ {{hint}}",
} as const satisfies Translation<typeof english>;
