import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodingOf } from "../../../../shared/message/encoding.ts";
import { writtenTemplate } from "../../../../shared/message/latin-template.ts";
import { guessStandard, hasAddress, latinStandards, toLatin, written } from "../../../../shared/message/latin.ts";

describe("Ukrainian in Latin letters, by resolution 55 of 2010", () => {
  // The examples of the resolution itself, one for each letter.
  test.each([
    ["Алушта Андрій", "Alushta Andrii"],
    ["Борщагівка Борисенко", "Borshchahivka Borysenko"],
    ["Вінниця Володимир", "Vinnytsia Volodymyr"],
    ["Гадяч Богдан Згурський", "Hadiach Bohdan Zghurskyi"],
    ["Ґалаґан Ґорґани", "Galagan Gorgany"],
    ["Донецьк Дмитро", "Donetsk Dmytro"],
    ["Рівне Олег Есмань", "Rivne Oleh Esman"],
    ["Єнакієве Гаєвич Короп’є", "Yenakiieve Haievych Koropie"],
    ["Житомир Жанна Жежелів", "Zhytomyr Zhanna Zhezheliv"],
    ["Закарпаття Казимирчук", "Zakarpattia Kazymyrchuk"],
    ["Медвин Михайленко", "Medvyn Mykhailenko"],
    ["Іванків Іващенко", "Ivankiv Ivashchenko"],
    ["Їжакевич Кадиївка Мар’їне", "Yizhakevych Kadyivka Marine"],
    ["Йосипівка Стрий Олексій", "Yosypivka Stryi Oleksii"],
    ["Київ Коваленко", "Kyiv Kovalenko"],
    ["Харків Христина", "Kharkiv Khrystyna"],
    ["Біла Церква Стеценко", "Bila Tserkva Stetsenko"],
    ["Чернівці Шевченко", "Chernivtsi Shevchenko"],
    ["Шостка Кишеньки", "Shostka Kyshenky"],
    ["Щербухи Гоща Гаращенко", "Shcherbukhy Hoshcha Harashchenko"],
    ["Юрій Корюківка", "Yurii Koriukivka"],
    ["Яготин Костянтин Знам’янка Феодосія", "Yahotyn Kostiantyn Znamianka Feodosiia"],
    ["Згорани Розгон", "Zghorany Rozghon"],
  ])("%s is %s", (cyrillic, latin) => {
    expect(toLatin(cyrillic, "uk")).toBe(latin);
  });
});

test.each([
  ["Юлия Щукина", "Iuliia Shchukina"],
  ["Артём Подъячев", "Artem Podieiachev"],
  ["Хабаровск, объезд", "Khabarovsk, obieezd"],
  ["Цветы и эклеры к мыльной опере", "Tsvety i eklery k mylnoi opere"],
])("Russian goes by the passport rules of ICAO Doc 9303: %s is %s", (cyrillic, latin) => {
  expect(toLatin(cyrillic, "ru")).toBe(latin);
});

test.each([
  ["София, Стара Загора", "Sofia, Stara Zagora"],
  ["Щъркел, Айтос, шофьор", "Shtarkel, Aytos, shofyor"],
  ["Ивайло Юрий", "Ivaylo Yuriy"],
])("Bulgarian goes by the Transliteration Act of 2009: %s is %s", (cyrillic, latin) => {
  expect(toLatin(cyrillic, "bg")).toBe(latin);
});

describe("a text in Latin letters", () => {
  test("keeps the case of its words", () => {
    expect(toLatin("Щука, ЩУКА, Я, щ", "uk")).toBe("Shchuka, SHCHUKA, Ya, shch");
  });

  test("has plain marks and no accents that GSM 7-bit lacks; those it has stay", () => {
    expect(toLatin("«Київ» – 3\u00a0дні…", "uk")).toBe('"Kyiv" - 3 dni...');
    expect(toLatin("Łódź, Şişli, façade, Grüße, ñ, œuf", "uk")).toBe("Lodz, Sisli, facade, Grüße, ñ, oeuf");
    expect(toLatin("O’Brien", "ru")).toBe("O'Brien");
  });

  test("takes a Cyrillic letter in a Latin word for the one that was meant", () => {
    expect(toLatin("Хerox, Hеllo", "uk")).toBe("Xerox, Hello");
  });

  test("reads letters however they are composed", () => {
    expect(toLatin("Киї\u0432".normalize("NFD"), "uk")).toBe("Kyiv");
  });

  test("writes letters of neighbouring languages too", () => {
    expect(toLatin("Объявление, Эдуард", "uk")).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(toLatin("Київ, Їжак, ґанок, є", "ru")).toBe("Kiiv, Izhak, ganok, ie");
  });

  test("keeps links and addresses, which lead nowhere otherwise", () => {
    expect(toLatin("Знижка: квіти.укр/осінь до неділі", "uk")).toBe("Znyzhka: квіти.укр/осінь do nedili");
    expect(toLatin("Тут: https://flora.ua/осінь?а=1 так", "uk")).toBe("Tut: https://flora.ua/осінь?а=1 tak");
    expect(toLatin("Пишіть на ім’я@пошта.укр", "uk")).toBe("Pyshit na ім’я@пошта.укр");
    expect(toLatin("Кінець.Початок", "uk")).toBe("Kinets.Pochatok");
  });

  test("keeps links without a scheme, and what closes a quotation after a link is no part of it", () => {
    expect(toLatin("Дивіться shop.ua/акція до неділі", "uk")).toBe("Dyvitsia shop.ua/акція do nedili");
    expect(toLatin("Тут: «https://flora.ua», далі", "uk")).toBe('Tut: "https://flora.ua", dali');
    expect(toLatin("Тут: “www.flora.ua/осінь”…", "uk")).toBe('Tut: "www.flora.ua/осінь"...');
    expect(toLatin("так/ні, і т.д.", "uk")).toBe("tak/ni, i t.d.");
  });

  test("takes what stands in front of an address for no part of it", () => {
    expect(toLatin("Пошта: «anna@flora.ua»", "uk")).toBe('Poshta: "anna@flora.ua"');
    expect(toLatin("Пишіть,anna@flora.ua", "uk")).toBe("Pyshit,anna@flora.ua");
  });

  test("leaves nothing invisible behind a sign or an accent that it has written in letters", () => {
    expect(toLatin("20 ₴\u200b, №\u00ad5, ©\ufe0f, ç\u200b", "uk")).toBe("20 UAH, No5, (C), c");
    expect(toLatin("ł\u200b", "uk")).toBe("l");
  });

  test("has words for the signs of orders and money, which would leave all of it in Unicode", () => {
    expect(toLatin("Замовлення № 15: 500 ₴", "uk")).toBe("Zamovlennia No 15: 500 UAH");
    expect(toLatin("Заказ №7, 300 ₽, 2×3 м²", "ru")).toBe("Zakaz No7, 300 RUB, 2x3 m2");
    expect(encodingOf(toLatin("©Крамниця™ ® 5 ₸, 3 м³", "ru"))).toBe("gsm7");
  });

  test("leaves no apostrophe in Ukrainian words, whichever sign was typed for it, and one in other words", () => {
    for (const sign of "'’ʼ`´‘′ʹ＇") expect(toLatin(`Мар${sign}яна`, "uk")).toBe("Mariana");
    expect(toLatin("Жанна д’Арк, О'Нил", "ru")).toBe("Zhanna d'Ark, O'Nil");
    expect(toLatin("Жана д’Арк", "bg")).toBe("Zhana d'Ark");
  });

  test("leaves emoji and scripts without a rule", () => {
    expect(toLatin("Привіт 👋🏽 你好 γειά", "uk")).toBe("Pryvit 👋🏽 你好 γειά");
  });

  test("is the text itself where it is plain already, or where nobody chose a standard", () => {
    expect(toLatin("Hello {x} €5 'a'", "uk")).toBe("Hello {x} €5 'a'");
    expect(written("Привіт", null)).toBe("Привіт");
    expect(written("Привіт", "uk")).toBe("Pryvit");
  });

  test("stays as it is when written twice, and Cyrillic with common marks always fits GSM 7-bit", () => {
    const letters = Array.from("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъАБЄЇЯЩЮЬ’ʼ'`№₴“”–…\u00a0 .,!aZ09");
    fc.assert(
      fc.property(
        // "а.рус" is an address, which stays as it is.
        fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }).filter((text) => !hasAddress(text)),
        fc.constantFrom(...latinStandards),
        (text, standard) => {
          const latin = toLatin(text, standard);
          expect(encodingOf(latin)).toBe("gsm7");
          expect(toLatin(latin, standard)).toBe(latin);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

test("a template that was sent in Latin letters is shown in them, with its fields as they are called", () => {
  expect(writtenTemplate("Привіт, {Ім’я|друже} {{x}}", ["Ім’я"], "uk")).toBe("Pryvit, {Ім’я|druzhe} {{x}}");
  expect(writtenTemplate("Привіт, {Ім’я}", ["Ім’я"], null)).toBe("Привіт, {Ім’я}");
});

test("the language is told by letters that only one has", () => {
  expect(guessStandard("Привіт")).toBe("uk");
  expect(guessStandard("Мы ждём")).toBe("ru");
  expect(guessStandard("Мама")).toBeNull();
});
