import type { includedTemplates as english } from "../en/included-templates.ts";
import type { Translation } from "../translation.ts";

export const includedTemplates = {
  "name.orderReady": "Замовлення готове",
  "text.orderReady": "Вітаємо, {Ім’я|друже}. Ваше замовлення {Замовлення} готове. Ми відчинені до 20:00.",
  "name.appointment": "Нагадування про запис",
  "text.appointment": "Вітаємо, {Ім’я|друже}. Чекаємо на вас {Дата} о {Час}. Якщо вже не зручно, зателефонуйте нам.",
  "name.sale": "Розпродаж",
  "text.sale": "Вітаємо, {Ім’я|друже}. До неділі знижка 20% на все. Більше не писати: example.com/stop",
  "name.birthday": "День народження",
  "text.birthday": "З днем народження, {Ім’я|друже}. Подарунок чекає на вас у крамниці весь тиждень.",
  "name.payment": "Нагадування про оплату",
  "text.payment":
    "Вітаємо, {Ім’я|друже}. {Сума} за замовлення {Замовлення} слід сплатити до {Дата}. Якщо вже сплачено, дякуємо.",
  "name.delivery": "Доставка",
  "text.delivery": "Вітаємо, {Ім’я|друже}. Привеземо замовлення {Замовлення} {Дата} о {Час}. Кур’єр зателефонує.",
} as const satisfies Translation<typeof english>;
