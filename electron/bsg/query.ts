/** A query with the brackets that the service documents, such as `page[offset]=0&groups[]=7`. Absent values are left out. */
export function queryOf(values: Record<string, string | number | readonly string[] | undefined>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const all = typeof value === "object" ? value : [String(value)];
    return all.map((one) => `${name}=${encodeURIComponent(one)}`);
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
