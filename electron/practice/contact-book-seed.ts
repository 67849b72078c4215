import { draw } from "./draw.ts";
import { customerPhone } from "./older-campaigns.ts";
import type { Practice } from "./practice.ts";

const groups = [
  { id: 7_001, name: "Regular customers", description: "Bought more than once", isDefault: 1, first: 0, people: 240 },
  { id: 7_002, name: "Wholesale", description: null, isDefault: 0, first: 225, people: 36 },
  { id: 7_003, name: "Newsletter", description: "Signed up at the counter", isDefault: 0, first: 200, people: 120 },
] as const;

const fields = [
  { id: 388_077, name: "Name", type: "text", description: "First name" },
  { id: 388_078, name: "City", type: "text", description: null },
  { id: 388_079, name: "Birthday", type: "date", description: null },
  { id: 388_080, name: "Bonus", type: "number", description: "Points" },
] as const;

const names = ["Олена", "Ihor", "Марія", "Iryna", "Андрій", "Nataliia", "Сергій", "Оксана", "Taras", "Юлія"];
const cities = ["Київ", "Львів", "Одеса", "Dnipro", "Харків"];

/** How many of the contacts are verified, for TEST mode. */
const verified = 12;

/** Fills an empty Contact Book and stop list. */
export function seedContactBook({ store, now }: Practice): void {
  const { db } = store;
  if (db.prepare("SELECT 1 FROM contact_group LIMIT 1").get() !== undefined) return;
  const at = now() - 200 * 24 * 3600_000;
  const addGroup = db.prepare("INSERT INTO contact_group VALUES (?, ?, ?, ?, ?)");
  for (const group of groups) addGroup.run(group.id, group.name, group.description, group.isDefault, at);
  const addField = db.prepare("INSERT INTO contact_field VALUES (?, ?, ?, ?, 1)");
  for (const field of fields) addField.run(field.id, field.name, field.type, field.description);
  const people = Math.max(...groups.map((group) => group.first + group.people));
  const addContact = db.prepare("INSERT INTO contact VALUES (?, ?, ?, ?)");
  const addValue = db.prepare("INSERT INTO contact_value VALUES (?, ?, ?)");
  for (let place = 0; place < people; place += 1) {
    const id = 900_001 + place;
    addContact.run(id, customerPhone(place), place < verified ? 1 : 0, at);
    for (const [field, value] of valuesOf(place)) addValue.run(id, field, value);
  }
  const join = db.prepare("INSERT INTO membership VALUES (?, ?)");
  for (const group of groups) {
    for (let place = group.first; place < group.first + group.people; place += 1) join.run(900_001 + place, group.id);
  }
  const stop = db.prepare("INSERT INTO stop_entry (phone, created_at) VALUES (?, ?)");
  for (const place of [17, 64, 131, 212, 250]) stop.run(customerPhone(place), at);
}

function valuesOf(place: number): [number, string][] {
  // Every ninth customer has no fields at all, and some lack one, as real address books do.
  if (place % 9 === 8) return [];
  const pick = (from: readonly string[], salt: number): string =>
    from[Math.floor(draw(3, place, salt) * from.length)] ?? "";
  const values: [number, string][] = [[388_077, pick(names, 1)]];
  if (place % 4 !== 0) values.push([388_078, pick(cities, 2)]);
  if (place % 3 === 0) values.push([388_079, `19${70 + (place % 30)}-0${1 + (place % 9)}-1${place % 10}`]);
  if (place % 5 === 0) values.push([388_080, String(place * 3)]);
  return values;
}
