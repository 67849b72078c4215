/** What a column's heading says about it. */
export type HeadingKind = "phone" | "mobile" | "not-phone";

/**
 * Words and word groups that name a phone column in English, Ukrainian, Russian, German, Polish and Spanish. Compared
 * with whole words, never with parts of them: "to" is not "total", "тел" is not "телевізор".
 */
const phoneWords = [
  ["phone", "phones", "telephone", "telephones", "tel", "msisdn", "number to text", "recipient", "recipients", "to"],
  ["phone number", "phonenumber", "phone no", "contact number", "contact phone"],
  ["телефон", "телефони", "телефону", "тел", "номер телефону", "номер тел", "контактний телефон", "отримувач"],
  ["телефоны", "телефона", "номер телефона", "контактный телефон", "получатель"],
  ["telefon", "telefonnummer", "rufnummer", "telefonnr", "tel nr", "festnetz", "empfänger"],
  ["telefony", "numer telefonu", "nr telefonu", "nr tel", "odbiorca"],
  ["teléfono", "telefono", "teléfonos", "telefonos", "número de teléfono", "numero de telefono", "destinatario"],
].flat();

const mobileWords = [
  ["mobile", "mobiles", "mobile phone", "mobile number", "cell", "cellphone", "cell phone", "gsm", "sms", "whatsapp"],
  ["viber", "моб", "мобільний", "мобільний телефон", "моб телефон", "моб тел", "вайбер"],
  ["мобильный", "мобильный телефон", "сотовый", "сотовый телефон", "сот тел"],
  ["handy", "handynummer", "mobil", "mobilnummer", "mobiltelefon"],
  ["komórka", "komorka", "telefon komórkowy", "tel kom", "komórkowy"],
  ["móvil", "movil", "celular", "teléfono móvil", "telefono movil"],
].flat();

/** Words that make a number something else than a phone, whatever its digits. */
const otherWords = [
  ["id", "no", "fax", "zip", "postcode", "postal", "date", "birthday", "price", "amount", "total", "sum", "balance"],
  ["order", "invoice", "account", "card", "iban", "vat", "tax", "barcode", "sku", "quantity", "qty", "passport"],
  ["факс", "індекс", "дата", "ціна", "сума", "баланс", "замовлення", "рахунок", "картка", "іпн", "єдрпоу", "код"],
  ["индекс", "цена", "сумма", "заказ", "счет", "счёт", "карта", "инн", "кпп", "огрн", "паспорт", "артикул"],
  ["plz", "datum", "preis", "betrag", "rechnung", "konto", "kundennummer", "steuernummer"],
  ["faks", "kod pocztowy", "data", "cena", "kwota", "konto", "nip", "regon", "pesel"],
  ["código postal", "fecha", "precio", "importe", "factura", "cuenta", "dni", "nif", "cif"],
].flat();

const phone = new Set(phoneWords);
const mobile = new Set(mobileWords);
const other = new Set(otherWords);
const longestGroup = 3;

function wordsOf(heading: string): string[] {
  const spaced = heading.normalize("NFC").replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  return spaced.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function names(words: readonly string[], known: ReadonlySet<string>): boolean {
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= longestGroup && from + length <= words.length; length++) {
      const group = words.slice(from, from + length).join(" ");
      // "to" alone names the recipients of a list; within other words it is a preposition.
      if (known.has(group) && (group !== "to" || words.length === 1)) return true;
    }
  }
  return false;
}

/** What a heading says its column is; null when it says nothing of phones. */
export function headingKind(heading: string): HeadingKind | null {
  const words = wordsOf(heading);
  if (names(words, mobile)) return "mobile";
  if (names(words, phone))
    return names(words, new Set(["fax", "факс", "faks"])) && words.length === 1 ? "not-phone" : "phone";
  return names(words, other) ? "not-phone" : null;
}

/** Words that show that a row is a heading, besides those of phones. */
const headingWords = new Set(
  [
    ["name", "first name", "last name", "surname", "full name", "customer", "client", "company", "email", "e mail"],
    ["city", "address", "country", "comment", "note", "notes", "status", "type", "title", "gender", "language"],
    ["імʼя", "ім'я", "імя", "прізвище", "піб", "клієнт", "компанія", "пошта", "місто", "адреса", "коментар"],
    ["имя", "фамилия", "отчество", "фио", "клиент", "компания", "почта", "город", "адрес", "комментарий", "примечание"],
    ["vorname", "nachname", "firma", "kunde", "ort", "stadt", "straße", "anrede", "bemerkung"],
    ["imię", "imie", "nazwisko", "klient", "miasto", "adres", "uwagi"],
    ["nombre", "apellido", "apellidos", "cliente", "empresa", "ciudad", "dirección", "correo"],
  ].flat(),
);

/** True for a cell that is known to be a heading of some column. */
export function isKnownHeading(cell: string): boolean {
  const words = wordsOf(cell);
  return words.length > 0 && words.length <= 5 && (headingKind(cell) !== null || names(words, headingWords));
}
