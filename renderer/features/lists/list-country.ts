import { useEffect, useState } from "react";
import { useApp } from "../../ui/app-store.ts";
import { desk } from "../../ui/desk.ts";
import { useDefaultCountry } from "../../ui/use-phone-reader.ts";

/** So many people of a list say where its people are from. */
const asked = 200;

/**
 * The country of numbers that are written without one beside this list: the one set, or that of most of its first
 * people, or that of the system's region.
 */
export function useListCountry(listId: string): string | null {
  const { settings } = useApp();
  const usual = useDefaultCountry();
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    const look = async () => {
      const page = await desk().listListPeople({ id: listId, search: "", offset: 0, limit: asked });
      if (!page.ok) return;
      const { countryOf } = await import("../../../shared/recipients/phone-country.ts");
      const countries = page.value.rows.map(({ number }) => countryOf(number));
      if (here) setOwn(commonest(countries.filter((country) => country !== "001")));
    };
    void look();
    return () => {
      here = false;
    };
  }, [listId]);
  return settings.defaultCountry ?? own ?? usual;
}

/** What more than half of the values are, null when they are nothing in particular. */
export function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first !== undefined && first[1] * 2 > values.length ? first[0] : null;
}
