import type { app as english } from "../en/app.ts";
import type { Translation } from "../translation.ts";

export const app = {
  product: "Campaign Desk",
  loading: "Завантаження",
  dismiss: "Закрити це повідомлення",
  notices: "Сповіщення",
  tryAgain: "Спробувати ще раз",
  starting: "Відкриваємо ваш стіл",
  "starting.check":
    "Спершу переглядаємо всі записи про надіслане, щоб не покладатися ні на що пошкоджене. Якщо людей дуже багато, це може тривати хвилину.",
  "nav.label": "Головне",
  "nav.new": "Нова кампанія",
  "nav.campaigns": "Кампанії",
  "nav.lists": "Списки",
  "nav.templates": "Шаблони",
  "nav.neverText": "Не писати",
  "nav.settings": "Налаштування",
  "practice.banner": "Навчальний режим. Нічого не надсилається і нічого не списується.",
  "practice.connect": "Підключити мій акаунт",
  "practice.account": "Навчальний акаунт",
  "practice.balance": "Баланс {{amount}}, не справжній",
  "account.title": "Акаунт BSG",
  "account.numbered": "Акаунт BSG {{identity}}",
  "account.balance": "Баланс {{amount}}",
  "account.balanceUnknown": "Баланс ще не відомий",
  "account.key": "Ключ {{hint}}",
  "account.sessionOnly": "Зберігається до закриття програми: сховище ключів комп’ютера не відповідає",
  "account.testKey": "Тестовий ключ {{hint}}",
} as const satisfies Translation<typeof english>;
