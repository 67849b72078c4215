/** Keys are flat and name their place; the sentences of the recipients step. */
export const recipients = {} as const;
