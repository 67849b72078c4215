/**
 * Names of columns in the languages besides the six of `headings.ts`, the usual ones only: where none of them stands, a
 * column is known by its content.
 */
const phone = [
  ["טלפון", "מספר טלפון", "הטלפון", "هاتف", "الهاتف", "رقم الهاتف", "رقم هاتف", "تليفون", "تلفن", "شماره تلفن"],
  ["telefon numarası", "telefon numarasi", "telefon no", "numara", "telefon nömrəsi"],
  ["numero di telefono", "recapito telefonico", "recapito", "telefoni"],
  ["téléphone", "téléphones", "tél", "numéro de téléphone", "numero de telephone", "n de téléphone", "téléphone fixe"],
  ["telefone", "telefones", "número de telefone", "numero de telefone", "contacto telefónico", "telef"],
  ["număr de telefon", "numar de telefon", "număr telefon", "numar telefon", "nr telefon", "nr de telefon"],
  ["telefonní číslo", "telefonni cislo", "číslo telefonu", "telefónne číslo", "telefón", "tel číslo"],
  ["telefoon", "telefoonnummer", "telefoonnr", "telefonszám", "telefonszam", "telefonszáma"],
  ["телефонен номер", "telefonski broj", "broj telefona", "telefonska številka", "број телефона"],
  ["τηλέφωνο", "τηλεφωνο", "αριθμός τηλεφώνου", "telefonas", "telefono nr", "tālrunis", "talrunis"],
  ["telefoninumber", "puhelin", "puhelinnumero", "puh", "ტელეფონი", "հեռախոս", "телефон нөмірі"],
  ["电话", "电话号码", "電話", "電話番号", "전화", "전화번호", "số điện thoại", "điện thoại"],
].flat();

const mobile = [
  ["נייד", "טלפון נייד", "מספר נייד", "סלולרי", "جوال", "الجوال", "رقم الجوال", "موبايل", "الموبايل", "محمول"],
  ["رقم الموبايل", "شماره موبایل", "cep telefonu", "cep telefon", "cep tel", "cep no", "mobil nömrə"],
  ["cellulare", "numero di cellulare", "telefonino", "telefono cellulare"],
  ["portable", "téléphone portable", "telephone portable", "tél portable", "tel portable", "téléphone mobile"],
  ["telemóvel", "telemovel", "telemóveis", "telefone celular", "telefone móvel"],
  ["telefon mobil", "număr mobil", "mobilní telefon", "mobilní číslo", "mobilný telefón", "mobilné číslo"],
  ["mobiel", "mobiele nummer", "mobiel nummer", "mobieltje", "gsm nummer", "mobilszám", "mobilszam"],
  ["мобилен", "мобилен телефон", "mobitel", "mobilni", "mobilni telefon", "мобилни", "κινητό", "κινητο"],
  ["mobilus", "mobilusis", "mobilais", "mobiiltelefon", "mobiil", "matkapuhelin", "მობილური", "ұялы телефон", "ұялы"],
  ["手机", "手机号", "手机号码", "携帯", "携帯電話", "휴대폰", "휴대전화", "핸드폰"],
].flat();

const others = [
  ["שם", "שם פרטי", "שם משפחה", "עיר", "الاسم", "اسم", "المدينة", "ad", "soyad", "adı", "soyadı", "isim", "şehir"],
  ["nome", "cognome", "città", "azienda", "note", "nom", "prénom", "prenom", "ville", "société", "adresse"],
  ["sobrenome", "apelido", "cidade", "morada", "nume", "prenume", "oraș", "jméno", "příjmení", "město", "meno"],
  ["priezvisko", "naam", "voornaam", "achternaam", "plaats", "név", "vezetéknév", "keresztnév", "város"],
  ["име", "фамилия", "град", "ime", "prezime", "grad", "όνομα", "επώνυμο", "vardas", "pavardė", "vārds", "uzvārds"],
  ["nimi", "eesnimi", "etunimi", "sukunimi", "姓名", "名前", "이름", "họ tên", "аты", "жөні"],
].flat();

/** Words and word groups, small, by what they name; see {@link headingKind}. */
export const moreHeadings = { phone, mobile, others };
