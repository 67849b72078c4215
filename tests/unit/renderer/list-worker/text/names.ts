/** Names, towns and headings as they stand in lists of customers, and the encodings such lists come in. */
export type Names = {
  language: string;
  encodings: readonly string[];
  /** Seldom met: a single line of it is taken for a language that is met more often. */
  seldom?: true;
  headings: readonly string[];
  first: readonly string[];
  last: readonly string[];
  towns: readonly string[];
};

const words = (text: string): string[] => text.split(" ");

export const names: readonly Names[] = [
  {
    language: "Ukrainian",
    encodings: ["windows-1251", "koi8-u", "iso-8859-5", "mac-cyrillic"],
    headings: ["Ім'я;Телефон;Місто", "ПІБ;Номер;Місто", "Name;Phone;City"],
    first: words(
      "Олена Тарас Юлія Андрій Наталія Ірина Сергій Оксана Володимир Марія Віктор Людмила Богдан Ганна Євген Зоя Інна Яна",
    ),
    last: words(
      "Шевченко Коваленко Бондар Ткачук Поліщук Мельник Кравець Їжакевич Гнатюк Лисенко Панасюк Савчук Єфименко Жук Дячук",
    ),
    towns: words("Київ Львів Одеса Харків Чернівці Полтава Житомир Суми Рівне Ужгород"),
  },
  {
    language: "Russian",
    encodings: ["windows-1251", "koi8-r", "iso-8859-5", "cp866", "mac-cyrillic"],
    headings: ["Имя;Телефон;Город", "ФИО;Номер;Город", "Name;Phone;City"],
    first: words(
      "Иван Анна Пётр Ольга Сергей Мария Елена Дмитрий Юлия Алексей Татьяна Фёдор Яна Эльвира Игорь Глеб Зоя",
    ),
    last: words(
      "Иванов Смирнова Кузнецов Попова Щербакова Соколов Лебедев Козлова Новиков Морозов Ершов Цыганов Чехов Жуков Хан",
    ),
    towns: words("Москва Казань Омск Уфа Пермь Самара Тверь Сочи Рязань Тула"),
  },
  {
    language: "Bulgarian",
    encodings: ["windows-1251", "iso-8859-5", "mac-cyrillic"],
    headings: ["Име;Телефон;Град", "Name;Phone;City"],
    first: words("Георги Мария Димитър Йорданка Петър Светла Ивайло Ралица Христо Цветан"),
    last: words("Иванов Георгиева Димитров Петрова Николов Стоянова Тодоров Ангелов Първанов Щерев"),
    towns: words("София Пловдив Варна Бургас Русе Плевен Сливен Ямбол Търново Кърджали"),
  },
  {
    language: "Polish",
    encodings: ["windows-1250", "iso-8859-2"],
    headings: ["Imię;Telefon;Miasto", "Nazwisko;Numer;Miejscowość", "Name;Phone;City"],
    first: words(
      "Paweł Grażyna Łukasz Małgorzata Stanisław Elżbieta Michał Bożena Wiesław Żaneta Jan Anna Róża Błażej",
    ),
    last: words(
      "Kowalski Wiśniewska Dąbrowski Wójcik Zieliński Szymańska Woźniak Kozłowski Jabłońska Pawłowski Król Wróbel Nowak Piątek",
    ),
    towns: words("Łódź Kraków Wrocław Poznań Gdańsk Białystok Częstochowa Toruń Rzeszów Gdynia"),
  },
  {
    language: "Czech",
    encodings: ["windows-1250", "iso-8859-2"],
    headings: ["Jméno;Telefon;Město", "Příjmení;Číslo;Obec", "Name;Phone;City"],
    first: words("Jiří Tomáš Lukáš Zdeněk Kateřina Tereza Václav Božena Jaroslav Šárka Ondřej Věra Petr Jana"),
    last: words("Novák Dvořák Černý Procházka Kučera Veselý Růžička Němec Pospíšil Horák Šťastná Kříž Beneš Fiala"),
    towns: words("Plzeň Praha Brno Olomouc Děčín Ústí Třebíč Žďár Příbram Zlín"),
  },
  {
    language: "Slovak",
    encodings: ["windows-1250", "iso-8859-2"],
    headings: ["Meno;Telefón;Mesto", "Name;Phone;City"],
    first: words("Ľubomír Štefan Mária Zuzana Jozef Katarína Ján Božena Marián Tibor"),
    last: words("Horváth Kováč Varga Tóth Nagy Baláž Molnár Lukáč Šimko Hudák"),
    towns: words("Košice Prešov Žilina Nitra Trenčín Poprad Šaľa Sereď Bratislava Levoča"),
  },
  {
    language: "Hungarian",
    encodings: ["windows-1250", "iso-8859-2"],
    headings: ["Név;Telefon;Város", "Vezetéknév;Telefonszám;Település", "Name;Phone;City"],
    first: words("László István József Zoltán Erzsébet Katalin György Gábor Zsófia Ágnes Éva Jenő Győző Lőrinc"),
    last: words("Szabó Tóth Nagy Kovács Varga Horváth Németh Balogh Fekete Kőszegi Szűcs Bíró Török Kertész"),
    towns: words("Győr Pécs Szeged Debrecen Miskolc Kecskemét Székesfehérvár Nyíregyháza Szolnok Makó"),
  },
  {
    language: "Romanian",
    encodings: ["iso-8859-2", "windows-1250"],
    headings: ["Nume;Telefon;Oraş", "Name;Phone;City"],
    first: words("Ştefan Ioana Mihăiţă Andrei Gheorghe Cătălin Răzvan Ilinca Dănuţ Ana"),
    last: words("Popescu Ionescu Ţurcanu Stănescu Dumitrăchescu Bălan Râpeanu Pârvu Şerban Moraru"),
    towns: words("Iaşi Braşov Timişoara Constanţa Târgovişte Bacău Galaţi Buzău Ploieşti Arad"),
  },
  {
    language: "Croatian",
    encodings: ["windows-1250", "iso-8859-2"],
    headings: ["Ime;Telefon;Grad", "Name;Phone;City"],
    first: words("Željko Ivana Marko Nataša Božidar Đurđa Anđela Tomislav Špiro Ana"),
    last: words("Horvat Kovačević Babić Marić Jurić Novaković Đurić Šarić Perković Žanić"),
    towns: words("Šibenik Varaždin Čakovec Požega Zadar Split Đakovo Osijek Poreč Vukovar"),
  },
  {
    language: "German",
    encodings: ["windows-1252"],
    headings: ["Name;Telefon;Ort", "Vorname;Straße;Größe", "Kunde;Telefon;Stadt"],
    first: words("Jürgen Björn Käthe Günter Jörg Bärbel Hans Anna Götz Uwe"),
    last: words("Müller Schäfer Köhler Weiß Krüger Größer Böhm Schröder Vogt Meier"),
    towns: words("Köln München Düsseldorf Gießen Lübeck Berlin Nürnberg Würzburg Fürth Bonn"),
  },
  {
    language: "French",
    encodings: ["windows-1252"],
    headings: ["Prénom;Téléphone;Ville", "Nom;Téléphone;Ville", "Name;Phone;City"],
    first: words("François Hélène Zoé Jérôme Noël Éric Gaëlle Chloé Benoît Marie"),
    last: words("Lefèvre Béranger Gonçalves Côté Bézier Dupré Mâcon Léger Durand Petit"),
    towns: words("Orléans Besançon Nîmes Évry Angoulême Sète Béziers Lyon Mâcon Saint-Étienne"),
  },
  {
    language: "Spanish",
    encodings: ["windows-1252"],
    headings: ["Nombre;Teléfono;Ciudad", "Apellido;Móvil;Población", "Name;Phone;City"],
    first: words("José María Íñigo Jesús Begoña Óscar Ángel Inés Andrés Ana"),
    last: words("Muñoz Peña García López Núñez Ibáñez Martínez Sánchez Ruiz Yáñez"),
    towns: words("Málaga Cádiz Córdoba León Ávila Logroño Jaén Alcalá Madrid Mérida"),
  },
  {
    language: "Portuguese",
    encodings: ["windows-1252"],
    headings: ["Nome;Telemóvel;Cidade", "Name;Phone;City"],
    first: words("João Conceição Antônio Luís Fátima Márcia Sebastião Inês Zé Ana"),
    last: words("Gonçalves Araújo Simões Magalhães Conceição Guimarães Falcão Sá Brandão Silva"),
    towns: words("Évora São Paulo Setúbal Brasília Maceió Belém Guarujá Guimarães Lisboa"),
  },
  {
    language: "Italian",
    encodings: ["windows-1252"],
    headings: ["Nome;Telefono;Città", "Name;Phone;City"],
    first: words("Niccolò Andrea Noè Giosuè Mario Desirée Carlà Luca José Anna"),
    last: words("Rossi Dalcò Mercurì Calì Paglià Scalfarò Costà Conti Salvò Bianchi"),
    towns: words("Forlì Cefalù Città Roma Cantù Nardò Patù Torino Mondovì Milano"),
  },
  {
    language: "Swedish",
    encodings: ["windows-1252"],
    headings: ["Namn;Telefon;Ort", "Förnamn;Mobil;Ort"],
    first: words("Åsa Björn Göran Märta Håkan Sören Anna Lars Jörgen Örjan"),
    last: words("Sjöberg Ström Åkesson Lindström Öberg Nyström Hägg Lund Söderberg Dahl"),
    towns: words("Malmö Göteborg Västerås Örebro Umeå Gävle Borås Lund Växjö Luleå"),
  },
  {
    language: "Danish",
    encodings: ["windows-1252"],
    headings: ["Navn;Telefon;By"],
    first: words("Søren Jørgen Bjørn Åse Kåre Mærsk Anna Lars Pål Øyvind"),
    last: words("Sørensen Kjær Ødegård Hæstad Bråten Bjørnsen Lund Næss Møller Berg"),
    towns: words("Århus Tromsø Ålesund Helsingør Køge Bodø Næstved Odense Hørsholm Bergen"),
  },
  {
    language: "Turkish",
    encodings: ["windows-1254"],
    seldom: true,
    headings: ["Ad;Telefon;Şehir"],
    first: words("Ayşe Çağrı Gökçe Şükrü Işıl İpek"),
    last: words("Yıldız Öztürk Güneş Şahin Çelik Doğan"),
    towns: words("İstanbul İzmir Eskişehir Muğla Şırnak Iğdır"),
  },
  // In UTF-8 and UTF-16 only: a short list of Greek letters in an encoding of its own could be a Cyrillic one.
  {
    language: "Greek",
    encodings: [],
    headings: ["Όνομα;Τηλέφωνο;Πόλη"],
    first: words("Γιώργος Μαρία Ελένη Νίκος"),
    last: words("Παπαδόπουλος Οικονόμου Βασιλείου"),
    towns: words("Αθήνα Πάτρα Λάρισα Χανιά"),
  },
  {
    language: "Lithuanian",
    encodings: ["windows-1257"],
    seldom: true,
    headings: ["Vardas;Telefonas;Miestas", "Pavardė;Numeris;Miestas", "Name;Phone;City"],
    first: words(
      "Jonas Rūta Žygimantas Gintarė Vytautas Eglė Šarūnas Jūratė Kęstutis Dovilė Andrius Ieva Mindaugas Rasa",
    ),
    last: words(
      "Kazlauskas Šimkutė Petrauskienė Žukauskas Stankevičius Jankauskaitė Balčiūnas Vasiliauskienė Paulauskas Navickaitė",
    ),
    towns: words("Vilnius Kaunas Klaipėda Šiauliai Panevėžys Alytus Marijampolė Mažeikiai Utena Kėdainiai"),
  },
  {
    language: "Latvian",
    encodings: ["windows-1257"],
    headings: ["Vārds;Tālrunis;Pilsēta", "Uzvārds;Numurs;Pilsēta", "Name;Phone;City"],
    first: words("Jānis Līga Mārtiņš Inese Kārlis Zanda Ēriks Kristīne Andris Ieva Pēteris Ilze Ģirts Sanita Rūta"),
    last: words("Bērziņš Kalniņa Ozoliņš Liepiņa Krūmiņš Balode Eglītis Zariņa Vītols Kļaviņa Āboliņš Petersone"),
    towns: words("Rīga Daugavpils Liepāja Jelgava Jūrmala Ventspils Rēzekne Valmiera Cēsis Ķekava"),
  },
  {
    language: "Icelandic",
    encodings: ["windows-1252"],
    headings: ["Nafn;Sími;Bær", "Name;Phone;City"],
    first: words("Jón Guðrún Sigurður Þórunn Björn Ásdís Guðmundur Sigríður Ólafur Kristín Einar Hrönn Þór Ævar"),
    last: words("Jónsson Sigurðardóttir Þórsson Björnsdóttir Guðmundsson Ólafsdóttir Ágústsson Pálsdóttir Ragnarsson"),
    towns: words("Reykjavík Akureyri Hafnarfjörður Kópavogur Selfoss Ísafjörður Húsavík Garðabær Þorlákshöfn"),
  },
  {
    language: "English",
    encodings: ["windows-1252"],
    headings: ["Name;Phone;City"],
    first: words("Anna John Zoë Mary"),
    last: words("O’Brien Smith Brontë Jones"),
    towns: words("London Leeds York Bath"),
  },
];
