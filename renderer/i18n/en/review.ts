/** Keys are flat and name their place; the sentences of the review step. */
export const review = {} as const;
