type PluralBase<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : never;
type PluralForms<Key extends string> = `${Key}_one` | `${Key}_few` | `${Key}_many` | `${Key}_other`;
type SingleKey<Key> = Key extends `${string}_one` | `${string}_other` ? never : Key;

/**
 * The shape a Ukrainian or Russian namespace must have: every key of the English one, and for each plural the four
 * forms of these languages instead of the two of English.
 */
export type Translation<English> = Record<SingleKey<keyof English> | PluralForms<PluralBase<keyof English>>, string>;
