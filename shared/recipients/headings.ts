import { isCountryHeading } from "./country-headings.ts";
import { isNamedIn, isNumber, wordsOf } from "./heading-words.ts";
import { isAboutMessages, messageChannels } from "./message-headings.ts";
import { moreHeadings } from "./more-headings.ts";
import { otherHeadings } from "./other-headings.ts";

/** What a column's heading says about it. */
export type HeadingKind = "phone" | "mobile" | "not-phone";

/**
 * Words and word groups that name a phone column in English, Ukrainian, Russian, German, Polish and Spanish. Compared
 * with whole words, never with parts of them: "to" is not "total", "тел" is not "телевізор".
 */
const phoneWords = [
  ["phone", "phones", "telephone", "telephones", "tel", "msisdn", "number to text", "recipient", "recipients", "to"],
  ["phone number", "phonenumber", "phone no", "contact number", "contact no", "contact phone", "e 164"],
  ["ph", "ph no", "caller id", "caller number", "calling number"],
  ["телефон", "телефони", "телефону", "тел", "номер телефону", "номер тел", "контактний телефон", "отримувач"],
  ["контактний номер", "номер абонента", "контактный номер", "тлф", "конт номер"],
  ["телефоны", "телефона", "номер телефона", "контактный телефон", "получатель"],
  ["telefon", "telefonnummer", "rufnummer", "telefonnr", "tel nr", "festnetz", "empfänger", "rufnr", "telnr"],
  [
    "kontaktnummer",
    "telefonnummern",
    "fon",
    "numer kontaktowy",
    "número telefónico",
    "numero telefonico",
    "tlf",
    "telf",
    "teléf",
    "tfno",
  ],
  ["telefony", "numer telefonu", "nr telefonu", "nr tel", "odbiorca"],
  ["teléfono", "telefono", "teléfonos", "telefonos", "número de teléfono", "numero de telefono", "destinatario"],
].flat();

const mobileWords = [
  ["mobile", "mobiles", "mobile phone", "mobile number", "cell", "cellphone", "cell phone", "gsm", "sms", "whatsapp"],
  ["mob", "mob tel", "mob no", "mob number", "mobno", "whats app", "text number", "whatsapp id", "wa id"],
  ["viber", "моб", "мобільний", "мобільний телефон", "моб телефон", "моб тел", "вайбер", "вацап", "вотсап", "ватсап"],
  ["тел моб", "телефон моб", "мобільного", "мобільник", "мобілка", "мобильного", "мобильник", "сотового", "сот"],
  ["мобильный", "мобильный телефон", "сотовый", "сотовый телефон", "сот тел"],
  ["handy", "handynummer", "mobil", "mobilnummer", "mobiltelefon"],
  ["handynr", "mobilnr", "mobilfunk", "mobilfunknummer", "mobilfunknr", "handytelefon"],
  ["komórka", "komorka", "telefon komórkowy", "tel kom", "komórkowy"],
  ["komórki", "komorki", "nr kom", "telefon kom", "numer kom", "komórkowego"],
  ["móvil", "movil", "celular", "teléfono móvil", "telefono movil", "cel", "móviles"],
].flat();

const phone = new Set([...phoneWords, ...moreHeadings.phone]);
const mobile = new Set([...mobileWords, ...moreHeadings.mobile]);
/** Those that name a phone, not only what arrives there. */
const nouns = new Set([...phone, ...mobile].filter((name) => !messageChannels.has(name)));

/** What a heading says its column is; null when it says nothing of phones. */
export function headingKind(heading: string): HeadingKind | null {
  const words = wordsOf(heading);
  if (isNamedIn(words, mobile)) return isAboutMessages(words) && !isNamedIn(words, nouns) ? "not-phone" : "mobile";
  if (isNamedIn(words, phone))
    return isNamedIn(words, new Set(["fax", "факс", "faks"])) && words.length === 1 ? "not-phone" : "phone";
  return isNamedIn(words, otherHeadings) ? "not-phone" : null;
}

/** Words beside a phone that make it nobody else's: it is the customer's, or the main one of several. */
const theirOwn = new Set(
  [
    ["s", "of", "the", "your", "contact", "number", "main", "primary", "preferred", "first"],
    ["client", "clients", "customer", "customers", "buyer"],
    ["guest", "patient", "recipient", "subscriber", "participant"],
    ["номер", "ваш", "контактний", "основний", "головний", "перший"],
    ["клієнта", "клієнтки", "покупця", "замовника", "отримувача"],
    ["одержувача", "гостя", "пацієнта", "учасника", "абонента"],
    ["контактный", "основной", "главный", "первый"],
    ["клиента", "клиентки", "покупателя", "заказчика", "получателя", "пациента", "участника"],
    ["kunde", "kunden", "des", "gast", "patienten", "haupt", "klienta", "odbiorcy", "pacjenta", "główny"],
    ["del", "cliente", "paciente", "principal"],
  ].flat(),
);

/**
 * Whether a heading names a phone, `Phone 1`, `Customer's phone`, and does not say that it is somebody else's or one for
 * other times, `Manager's phone`.
 */
export function isJustPhone(heading: string): boolean {
  const words = wordsOf(heading).filter((word) => !isNumber(word));
  const left = words.filter((word) => !theirOwn.has(word));
  return [words, left].map((some) => some.join(" ")).some((name) => phone.has(name) || mobile.has(name));
}

/** Words that show that a row is a heading, besides those of phones. */
const headingWords = new Set(
  [
    ["no", "name", "first name", "last name", "surname", "full name"],
    ["customer", "client", "company", "email", "e mail"],
    ["city", "address", "country", "comment", "note", "notes", "status", "type", "title", "gender", "language"],
    ["імʼя", "ім я", "імя", "п і б", "ф и о", "no п п", "прізвище"],
    ["піб", "клієнт", "компанія", "пошта", "місто", "адреса", "коментар"],
    ["имя", "фамилия", "отчество", "фио", "клиент", "компания", "почта", "город", "адрес", "комментарий", "примечание"],
    ["vorname", "nachname", "firma", "kunde", "ort", "stadt", "straße", "anrede", "bemerkung"],
    ["imię", "imie", "nazwisko", "klient", "miasto", "adres", "uwagi"],
    ["nombre", "apellido", "apellidos", "cliente", "empresa", "ciudad", "dirección", "correo"],
    moreHeadings.others,
  ].flat(),
);

/** True for a cell that is known to be a heading of some column. */
export function isKnownHeading(cell: string): boolean {
  const words = wordsOf(cell);
  if (words.length === 0 || words.length > 5) return false;
  return headingKind(cell) !== null || isNamedIn(words, headingWords) || isCountryHeading(cell);
}
