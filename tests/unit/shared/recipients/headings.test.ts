import { describe, expect, it } from "vitest";
import { type HeadingKind, headingKind, isKnownHeading } from "../../../../shared/recipients/headings.ts";

/** Headings as they stand in exports of shops, of Google and Outlook, and in lists kept by hand. */
const seen: [kind: HeadingKind | null, headings: string][] = [
  [
    "mobile",
    "Mobile|Mobile Phone|mobile_phone|MobilePhone|Mobile no.|Mob.|Mob. tel.|Cell #|Cell phone|SMS number|WhatsApp number|Моб.тел.",
  ],
  [
    "mobile",
    "Моб. тел.|Тел. моб.|МобТелефон|Мобільний номер|Номер мобільного|Мобільний тел.|Мобільник|Мобильный номер|Номер мобильного|Сотовый|Номер сотового|Handynr.",
  ],
  [
    "mobile",
    "Handy-Nr.|Handynummer|Mobilfunk|Mobilfunknummer|Mobilnr|Mobil|Tel. kom.|Nr kom.|Telefon kom.|nr komórki|Numer komórkowy|Tel. komórkowy",
  ],
  [
    "mobile",
    "Komórka|Nº de móvil|Nro celular|Cel.|Teléfono celular|Número de celular|Tel. móvil|Telefono movil|MOBILE|Customer Mobile|mobilePhone1|Mobile 2",
  ],
  [
    "phone",
    "Phone|PHONE|Phone 1|Phone2|phone_1|Phone 1 - Value|Primary Phone|Home Phone|Work phone|Business Phone|Phone Number|Phone (main)",
  ],
  [
    "phone",
    "Tel|Tel.|TEL:|tel2|Telephone|Contact phone|Contact no|Contact number|customerPhone|phone_e164|E.164|MSISDN",
  ],
  ["phone", "Recipient|To|Тел|Тел.|тел. №|№ телефону|№ тел.|Телефон|ТЕЛЕФОН|Телефони|Телефон 2|Телефон клієнта"],
  [
    "phone",
    "Контактний номер|Контактний телефон|Номер тел.|Номер телефона|Телефон заказчика|Контактный номер|Телефон / Phone|Номер абонента|Telefon|Telefon 1|Tel.-Nr.|Tel-Nr",
  ],
  [
    "phone",
    "Telefonnr.|Telefon-Nr.|Rufnummer|Telefonnummer|Kontaktnummer|Telefon privat|Nr telefonu|Nr tel.|Nr. tel.|Numer telefonu|Numer tel.|Telefon kontaktowy",
  ],
  [
    "phone",
    "Teléfono|Teléfono 1|Tel. contacto|Nº teléfono|N.º de teléfono|Número de teléfono|Número telefónico|Teléfono de contacto|Tlf|Tfno.|Phone/Fax|Tel/Fax",
  ],
  ["not-phone", "Total|Id|Order ID|Order no|Invoice|Fax|Факс|ZIP|Дата|Дата народження|Сума|Ціна"],
  ["not-phone", "ІПН|ЄДРПОУ|Код|Индекс|ИНН|PLZ|Datum|Kundennummer|Kunden-Nr.|PESEL|NIP|REGON"],
  [
    "not-phone",
    "DNI|Fecha|Precio|EAN|Barcode|Штрихкод|Штрих-код|Номер замовлення|№ замовлення|Номер заказа|Номер договору|Номер картки",
  ],
  [
    "not-phone",
    "Номер рахунку|Bestellnummer|Rechnungsnummer|Nr zamówienia|Numer faktury|Nº pedido|Número de cuenta|Timestamp|Created|Created at|Amount|Balance",
  ],
  [
    "not-phone",
    "Bonus card|Loyalty card|Passport|SSN|IBAN|Tracking number|ТТН|Telegram ID|User ID|Contract number|Date of birth|Birthday",
  ],
  [
    "not-phone",
    "Номер документа|№ документа|РНОКПП|о/р|Номер чека|Номер поліса|№ декларації|Номер посылки|Л/с|Номер отправления",
  ],
  [
    "not-phone",
    "Transaction ID|Reference|Receipt number|Ticket No|IMEI|Member No.|Mitgliedsnr.|Beleg-Nr.|Nr dowodu|Núm. documento|CPF",
  ],
  [
    "not-phone",
    "SMS ID|Viber ID|Last SMS|SMS sent at|SMS Marketing Status|Дата останньої SMS|Номер SMS-повідомлення|Дата SMS|Viber статус",
  ],
  ["mobile", "SMS Phone Number|Номер для SMS-повідомлень|Number for SMS messages|WhatsApp ID|Mob No|Mobile ID|Вацап"],
  ["not-phone", "Recipient account|Конто, ЄДРПОУ, отримувач|Получатель ИНН|Empfänger IBAN|Odbiorca NIP|№ карти"],
  [null, "Recipient name|Отримувач (ПІБ)|Получатель платежа|Destinatario final"],
  [
    "phone",
    "Recipient|Отримувач|Recipient's phone|Телефон отримувача|Ph No|Caller ID|№тел|Номер тлф.|Rufnr.|Telnr|Teléf.",
  ],
  [
    "phone",
    "טלפון|מספר טלפון|هاتف|رقم الهاتف|Telefon Numarası|TELEFON NUMARASI|Numero di telefono|Téléphone|Tél.|N° de téléphone",
  ],
  [
    "phone",
    "Telefone|Número de telefone|Număr de telefon|Telefonní číslo|Telefoonnummer|Telefonszám|Τηλέφωνο|ΤΗΛΕΦΩΝΟ",
  ],
  [
    "mobile",
    "נייד|טלפון נייד|جوال|رقم الجوال|موبايل|Cep telefonu|Cellulare|Cell.|Portable|Tél. portable|Telemóvel|Telefon mobil",
  ],
  ["mobile", "Mobilní telefon|Mobiel nummer|Mobilszám|Mobitel|Κινητό|手机号码"],
  [null, "CEP|Portable speaker|Nome|Nom|Prénom|Ad Soyad|Recapito ordine 2 b|הערות|الاسم"],
  [null, "Name|First name|Ім'я|Имя|ПІБ|ФИО|City|Телевізор|Телескоп|Tom|Reply to all|Topic"],
  [null, "Today|Tool|Together|Celsius|Cellar|Mobility|Hand|Handel|Comment|Номер|Number|№"],
  [null, "Numer|Nummer|Número|Address|Cel podróży|Telegram|Стать|Контакт|Contact|Note"],
];

describe("headingKind", () => {
  it.each([
    ["Phone", "phone"],
    ["phone_number", "phone"],
    ["PhoneNumber", "phone"],
    ["Номер телефону", "phone"],
    ["Тел.", "phone"],
    ["Telefonnummer", "phone"],
    ["Numer telefonu", "phone"],
    ["Teléfono", "phone"],
    ["To", "phone"],
    ["Mobile phone", "mobile"],
    ["Мобільний", "mobile"],
    ["Сотовый телефон", "mobile"],
    ["Handy", "mobile"],
    ["Móvil", "mobile"],
    ["Order ID", "not-phone"],
    ["Total", "not-phone"],
    ["Name", null],
    ["Телевізор", null],
    ["Tom", null],
    ["Reply to all", null],
    ["", null],
  ])("%s is %s", (heading, kind) => {
    expect(headingKind(heading)).toBe(kind);
  });

  it.each(seen)("is %s for %s", (kind, headings) => {
    for (const heading of headings.split("|")) expect([heading, headingKind(heading)]).toEqual([heading, kind]);
  });
});

describe("isKnownHeading", () => {
  it("knows the usual names of columns, and takes no sentence for one", () => {
    expect(isKnownHeading("First name")).toBe(true);
    for (const heading of [
      "Прізвище",
      "Ім'я",
      "П.І.Б.",
      "№ п/п",
      "Imię i nazwisko",
      "Знижка",
      "Stadt",
      "E-mail",
      "Prénom",
      "Cognome",
      "שם פרטי",
    ]) {
      expect([heading, isKnownHeading(heading)]).toEqual([heading, true]);
    }
    expect(isKnownHeading("Olena")).toBe(false);
    expect(isKnownHeading("This is the list of all customers by name")).toBe(false);
  });
});
