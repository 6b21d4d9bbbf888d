/** The shape of one rule and the four outcomes that it can give. */
import type { LineContext } from './context.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a rule found on a line. `message`: the found value, the allowed one, whose rule; advice goes in `fix`. */
export interface FindingOutcome {
  kind: 'finding';
  field: string;
  message: string;
  fix: string;
  /** Below the rule's own severity where the payer's use of it, or the source, is weaker. */
  severity?: Severity;
  data?: Record<string, unknown>;
  sources?: string[];
}
export type Outcome =
  | FindingOutcome
  | { kind: 'pass' }
  | { kind: 'not_applicable'; because: string }
  | { kind: 'not_checked'; because: string; needs?: string[]; matters: boolean };

export interface RuleExample {
  name: string;
  /** Arguments of check_claim_line. */
  line: Record<string, unknown>;
  outcome: Outcome['kind'];
}

export interface Rule {
  /** Kebab-case, names the defect found. */
  id: string;
  /** The most that the rule ever reports; `error` needs a source of rank national. */
  severity: Severity;
  /** Set when the outcome of a line depends on other lines of the claim. */
  acrossLines?: true;
  /** The invalid condition, in one plain sentence. */
  what: string;
  why: string;
  sources: string[];
  check(line: LineContext): Outcome | Outcome[];
  examples: RuleExample[];
}

/** Identity, for the types. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

export const pass: Outcome = { kind: 'pass' };
export function notApplicable(because: string): Outcome {
  return { kind: 'not_applicable', because };
}
export function notChecked(because: string, needs: string[] = [], matters = false): Outcome {
  return { kind: 'not_checked', because, needs, matters };
}
export function finding(found: Omit<FindingOutcome, 'kind'>): FindingOutcome {
  return { kind: 'finding', ...found };
}
