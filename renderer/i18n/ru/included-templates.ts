import type { includedTemplates as english } from "../en/included-templates.ts";
import type { Translation } from "../translation.ts";

export const includedTemplates = {
  "name.orderReady": "Заказ готов",
  "text.orderReady": "Здравствуйте, {Имя|друг}. Ваш заказ {Заказ} готов. Мы открыты до 20:00.",
  "name.appointment": "Напоминание о записи",
  "text.appointment": "Здравствуйте, {Имя|друг}. Ждём вас {Дата} в {Время}. Если уже неудобно, позвоните нам.",
  "name.sale": "Скидка",
  "text.sale": "Здравствуйте, {Имя|друг}. До воскресенья скидка 20% на всё. Больше не писать: example.com/stop",
  "name.birthday": "День рождения",
  "text.birthday": "С днём рождения, {Имя|друг}. Подарок ждёт вас в магазине всю неделю.",
  "name.payment": "Напоминание об оплате",
  "text.payment":
    "Здравствуйте, {Имя|друг}. {Сумма} за заказ {Заказ} нужно оплатить до {Дата}. Если уже оплачено, спасибо.",
  "name.delivery": "Напоминание о доставке",
  "text.delivery": "Здравствуйте, {Имя|друг}. Привезём заказ {Заказ} {Дата} в {Время}. Курьер позвонит.",
} as const satisfies Translation<typeof english>;
