/** SQLite knows the order of English letters alone. */
const inOrder = new Intl.Collator([], { numeric: true });

/** What people gave names to, in the order of these names in whatever letters; "(2)" stands before "(10)". */
export function byName(one: { name: string }, other: { name: string }): number {
  return inOrder.compare(one.name, other.name);
}
