import { isNamedIn, wordsOf } from "./heading-words.ts";

/**
 * Words of whoever only has to do with the person of a row: works for them or for the shop, is the shop, sends something
 * to them, is called when something has happened. In English, Ukrainian, Russian, German, Polish and Spanish.
 */
const others = new Set(
  [
    ["manager", "managers", "assistant", "employee", "staff", "team member", "operator", "agent", "consultant"],
    ["seller", "vendor", "supplier", "sender", "shipper", "courier", "driver", "dispatcher", "responsible"],
    ["stylist", "master", "technician", "doctor", "therapist", "teacher", "trainer", "coach", "instructor"],
    ["emergency", "referrer", "salesperson", "sales rep", "store", "shop", "branch", "location", "salon", "restaurant"],
    ["agency", "агентства", "агентство", "agentur", "agencji", "agencia"],
    ["clinic", "warehouse", "магазину", "магазина", "салону", "салона", "філії", "філіалу", "филиала", "відділення"],
    ["отделения", "складу", "склада", "клініки", "клиники", "ресторану", "ресторана", "школи", "школы"],
    ["filiale", "laden", "standort", "praxis", "sklepu", "oddziału", "lokalu", "restauracji", "tienda", "sucursal"],
    ["менеджер", "менеджера", "помічник", "помічника", "асистент", "асистента", "працівник", "працівника"],
    ["співробітник", "співробітника", "оператор", "оператора", "агент", "агента", "консультант", "консультанта"],
    ["продавець", "продавця", "постачальник", "постачальника", "відправник", "відправника", "водій", "водія"],
    ["курʼєр", "курʼєра", "кур єр", "кур єра", "диспетчер", "диспетчера", "відповідальний", "відповідального"],
    ["майстер", "майстра", "лікар", "лікаря", "вчитель", "вчителя", "учителя", "викладач", "викладача"],
    ["тренер", "тренера", "інструктор", "інструктора", "адміністратор", "адміністратора", "екстрений", "екстреного"],
    ["помощник", "помощника", "ассистент", "ассистента", "работник", "работника", "сотрудник", "сотрудника"],
    ["продавец", "продавца", "поставщик", "поставщика", "отправитель", "отправителя", "водитель", "водителя"],
    ["курьер", "курьера", "ответственный", "ответственного", "мастер", "мастера", "врач", "врача", "учитель"],
    ["учителя", "преподаватель", "преподавателя", "инструктор", "инструктора", "администратор", "администратора"],
    ["экстренный", "экстренного"],
    ["mitarbeiter", "mitarbeiters", "assistent", "assistentin", "assistenten", "absender", "absenders", "fahrer"],
    ["fahrers", "kurier", "berater", "verkäufer", "sachbearbeiter"],
    ["lehrer", "arzt", "hausarzt", "notfall", "notfallkontakt"],
    ["pracownik", "pracownika", "asystent", "asystenta", "asystentki", "nadawca", "nadawcy", "kuriera", "kierowca"],
    ["kierowcy", "sprzedawca", "sprzedawcy", "lekarz", "lekarza", "nauczyciel", "nauczyciela", "trenera", "doradca"],
    ["doradcy", "menedżer", "menedżera", "menadżera"],
    ["empleado", "asistente", "remitente", "conductor", "repartidor", "vendedor", "profesor", "entrenador"],
    ["emergencia"],
  ].flat(),
);

/** Whether a heading names the phone of somebody else than the person of its row: `Manager's phone`. */
export function isPhoneOfStaff(heading: string): boolean {
  return isNamedIn(wordsOf(heading), others);
}

/** Words of the person of a row, who brings an animal or a child, lives or learns there. In the same languages. */
const persons = new Set(
  [
    ["owner", "parent", "parents", "mother", "father", "mom", "dad", "member", "student", "tenant", "resident"],
    ["власника", "власниці", "власник", "господаря", "мешканця", "учня", "дитини", "батьків", "мами", "матері", "тата"],
    ["батька", "опікуна", "владельца", "хозяина", "жильца", "ученика", "ребёнка", "ребенка", "родителей", "матери"],
    ["мамы", "отца", "папы", "besitzer", "eltern", "mutter", "vater", "mitglied"],
    ["właściciela", "matki", "ojca", "rodzica", "ucznia", "propietario", "dueño", "padre", "madre"],
  ].flat(),
);

/** Whether a heading names the phone of the person of its row by that one's own word: `Owner's phone`. */
export function isPhoneOfPerson(heading: string): boolean {
  return isNamedIn(wordsOf(heading), persons);
}
