/** Headings that mean the same thing in different spreadsheets and languages; a template's field finds its column so. */
const concepts: readonly string[] = [
  "name, first name, firstname, given name, full name, customer, customer name, client, client name, " +
    "імя, клієнт, піб, імя клієнта, имя, фио, клиент, имя клиента, vorname, imię, nombre, prénom, nome",
  "surname, last name, lastname, family name, прізвище, фамилия, nachname, nazwisko, apellido, apellidos, nom, cognome",
  "company, company name, firm, organisation, organization, компанія, фірма, організація, компания, фирма, организация",
  "city, town, місто, город",
  "address, адреса, адрес",
  "date, day, дата, день",
  "time, hour, час, година, время",
  "order, order no, order number, order id, замовлення, номер замовлення, номер заказа, заказ",
  "sum, amount, total, price, to pay, сума, ціна, до сплати, сумма, цена, к оплате",
  "link, url, посилання, ссылка",
  "code, promo code, promocode, код, промокод",
];

const conceptOf = new Map<string, number>();
for (const [concept, words] of concepts.entries()) for (const word of words.split(", ")) conceptOf.set(word, concept);

/** The first two concepts are of a person's names. */
const lastOfPerson = 1;

/** Whether a heading says that its column has the names of people. */
export function namesPerson(heading: string): boolean {
  const concept = conceptOf.get(keyOf(heading));
  return concept !== undefined && concept <= lastOfPerson;
}

/** The column that means the same as a field's name: spelt alike, or else the first of several; null where none does. */
export function sameMeaning(name: string, columns: readonly string[]): string | null {
  const alike = columns.find((column) => keyOf(column) === keyOf(name));
  const wanted = conceptOf.get(keyOf(name));
  if (alike !== undefined && keyOf(name) !== "") return alike;
  if (wanted === undefined) return null;
  return columns.find((column) => conceptOf.get(keyOf(column)) === wanted) ?? null;
}

/** A heading without case, apostrophes (ім’я is written with several) and punctuation. */
function keyOf(heading: string): string {
  return heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’ʼ`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
