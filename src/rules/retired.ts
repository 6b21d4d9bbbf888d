/** Rule ids that were published once and are no more: an old finding can still be explained, and an id is never used again. */
export interface RetiredRule { id: string; retired_in: string; instead: readonly string[]; because: string }

export const retiredRules: readonly RetiredRule[] = [];
