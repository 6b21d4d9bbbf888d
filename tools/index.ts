/** The tools in the order in which they are listed. A new tool is added here by hand. */
import type { Tool } from '../src/mcp/define-tool.ts';
import { calculateUnits } from './calculate-units.ts';
import { checkClaim } from './check-claim.ts';
import { checkClaimLine } from './check-claim-line.ts';
import { explainDenial } from './explain-denial.ts';
import { explainWrongCodeConsequences } from './explain-wrong-code-consequences.ts';
import { lookupCpt } from './lookup-cpt.ts';
import { lookupReference } from './lookup-reference.ts';
import { suggestCodeForService } from './suggest-code-for-service.ts';

// Each tool is typed by its own schemas; here only their common face matters.
export const tools = [lookupCpt, lookupReference, suggestCodeForService, calculateUnits, checkClaimLine, explainWrongCodeConsequences, checkClaim, explainDenial] as unknown as readonly Tool[];
