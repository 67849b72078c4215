import type { welcome as english } from "../en/welcome.ts";
import type { Translation } from "../translation.ts";

export const welcome = {
  headline: "Ваша таблиця — повідомленням кожному, хто в ній є.",
  purpose:
    "Перетягніть список клієнтів, напишіть одне повідомлення, погляньте, що отримає кожен і скільки це коштує, і надішліть. Нікому не пишемо двічі.",
  "practice.title": "Спершу спробувати",
  "practice.text":
    "Усе працює з навчальним сервісом усередині програми. Без акаунта, без інтернету, жодне повідомлення не залишає комп’ютер.",
  "practice.act": "Почати в навчальному режимі",
  "connect.title": "Підключити мій акаунт",
  "connect.text":
    "Вставте ключ API зі свого акаунта BSG. Він залишається у сховищі ключів цього комп’ютера, і його не бачить ніхто, навіть ми.",
  "connect.label": "Ключ API",
  "connect.act": "Підключити",
  "connect.checking": "Перевіряємо ключ у сервісі",
  language: "Мова",
} as const satisfies Translation<typeof english>;
