/** Words beside a number that say whose or what it is, in the six languages. None of them can hold a digit's meaning. */
const words = [
  "tel(?:ephone)?|phone|mob(?:ile)?|cell|whats\\s?app|viber|telegram|sms|gsm|home|work|office|private|main",
  "тел(?:ефон)?|моб(?:ильный|ільний|іла)?|сот(?:овый)?|вайбер|вацап|ватсап|телеграм|вотсап",
  "дом(?:ашний|ашній)?|раб(?:очий)?|роб(?:очий)?|особистий|личный",
  "handy|mobil|privat|dienstlich|festnetz|kom(?:órka)?|dom(?:owy)?|służbowy|prywatny",
  "móvil|movil|cel(?:ular)?|casa|trabajo|fijo",
].join("|");

/** In front of the number a label may touch it, and one letter will do: `тел.067…`, `т. 067…`, Meta's `p:+380…`. */
const inFront = new RegExp(`^(?:(?:${words}|т|м|р|t|m|p|ph)\\s?[.:]*\\s*)+(?=[+(\\d])`, "iu");
/** Elsewhere it stands apart from letters and digits: `067 123 45 67 (Viber)`, `моб. 067 …, роб. 044 …`. */
const elsewhere = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\(\\s*(?:${words})[.:]*\\s*\\)|(?:${words})(?![\\p{L}\\p{N}])[.:]*)`,
  "giu",
);

/**
 * Takes labels away from a cell. Between two numbers a label keeps them apart, as a semicolon does. `label` is what was
 * taken away, null where there was none.
 */
export function withoutLabels(text: string): { text: string; label: string | null } {
  if (!/\p{L}/u.test(text)) return { text, label: null };
  const labels: string[] = [];
  const front = inFront.exec(text)?.[0] ?? "";
  if (front !== "") labels.push(front.trim());
  const plain = text.slice(front.length).replace(elsewhere, (label) => {
    labels.push(label.trim());
    return ";";
  });
  return labels.length === 0 ? { text, label: null } : { text: plain, label: labels.join(", ") };
}
