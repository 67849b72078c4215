/**
 * Words that make a number something else than a phone, whatever its digits: days, money, papers, goods. Compared with
 * whole words as those of phones are.
 */
export const otherHeadings: ReadonlySet<string> = new Set(
  [
    ["id", "fax", "zip", "postcode", "postal", "date", "birthday", "price", "amount", "total", "sum", "balance"],
    ["order", "invoice", "account", "card", "iban", "vat", "tax"],
    ["barcode", "sku", "quantity", "qty", "passport", "ean"],
    ["timestamp", "created", "updated", "ssn", "tracking", "contract", "policy", "serial", "discount", "promo code"],
    ["факс", "індекс", "дата", "ціна", "сума", "баланс", "замовлення", "рахунок", "картка", "іпн", "єдрпоу", "код"],
    ["картки", "рахунку", "договору", "договір", "штрихкод", "штрих код"],
    ["ттн", "накладна", "паспорт", "знижка", "бонуси"],
    ["индекс", "цена", "сумма", "заказ", "счет", "счёт", "карта", "инн", "кпп", "огрн", "снилс", "артикул"],
    ["заказа", "карты", "счета", "договора", "договор", "накладная", "скидка", "бонусы"],
    ["plz", "datum", "preis", "betrag", "rechnung", "konto", "kundennummer", "steuernummer"],
    ["kunden nr", "kundennr", "bestellnummer", "rechnungsnummer", "auftragsnummer", "vertragsnummer", "rabatt"],
    ["faks", "kod pocztowy", "data", "cena", "kwota", "konto", "nip", "regon", "pesel"],
    ["zamówienia", "zamówienie", "faktury", "faktura", "umowy", "rabat"],
    ["código postal", "fecha", "precio", "importe", "factura", "cuenta", "dni", "nif", "cif"],
    ["pedido", "contrato", "tarjeta", "descuento"],
    ["document", "doc no", "receipt", "transaction", "reference", "ref", "ref no", "ticket", "booking", "reservation"],
    ["membership", "member no", "member number", "imei", "iccid", "serial no", "s n", "vin", "mac", "meter", "coupon"],
    ["рнокпп", "карти", "карток", "унзр", "документа", "документу"],
    ["документ", "квитанції", "квитанція", "чека", "чеку", "транзакції"],
    ["поліса", "полісу", "поліс", "посвідчення", "декларації", "номер ен", "накладної", "відправлення", "посилки"],
    ["лічильника", "лічильник", "броні", "бронювання", "заявки", "звернення"],
    ["рецепта", "рецепту", "мфо", "о р", "р р"],
    ["квитанции", "квитанция", "транзакции", "полиса", "полис", "удостоверения", "удостоверение", "декларации"],
    ["отправления", "посылки", "счетчика", "счётчика", "брони"],
    ["бронирования", "обращения", "рецепта", "окпо", "огрнип"],
    ["бик", "л с", "р с", "накладной", "документы"],
    ["mitgliedsnummer", "mitgliedsnr", "ausweis", "ausweisnummer", "beleg", "belegnummer", "belegnr", "steuer"],
    ["sozialversicherungsnummer", "svnr", "ahv", "versichertennummer", "zählernummer"],
    ["dokumentu", "dowodu", "paragonu", "klienta nr", "nr klienta", "karty", "członkowski", "polisy", "rezerwacji"],
    ["documento", "cédula", "cedula", "rut", "rfc", "curp", "cpf", "cnpj", "nie", "pasaporte", "recibo", "referencia"],
    ["no de socio", "codice fiscale", "partita iva", "p iva", "siren", "siret", "bsn"],
  ].flat(),
);
