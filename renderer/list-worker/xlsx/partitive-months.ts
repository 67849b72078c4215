/** The months as they stand behind a day: "15 березня", not "15 березень". Languages that do not bend them are absent. */
const partitive: Readonly<Record<string, string>> = {
  uk: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  be: "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
  pl: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  cs: "ledna února března dubna května června července srpna září října listopadu prosince",
  sk: "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
};

/** Names of the twelve months behind a day, for a BCP 47 tag; null where they are as anywhere else. */
export function partitiveMonths(locale: string): readonly string[] | null {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  return Object.hasOwn(partitive, language) ? (partitive[language]?.split(" ") ?? null) : null;
}
