/** consequences.json: what each kind of mistake leads to, stage by stage. The helper that writes the table owns this shape. */
import { z } from 'zod';

export const consequencesSchema = z.looseObject({});
export type ConsequenceTable = z.output<typeof consequencesSchema>;
