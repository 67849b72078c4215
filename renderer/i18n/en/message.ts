/** Keys are flat and name their place; the sentences of the message step. */
export const message = {} as const;
