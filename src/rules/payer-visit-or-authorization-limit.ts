/** Referral, order, authorisation, visits and daily limits of the payer's profile. */
import type { PayerProfile } from '../catalog/schemas.ts';
import { daysBetween, isIsoDate } from '../claim/iso-date.ts';
import { matchesCodeRange } from './code-selector.ts';
import { severityBySource, type LineContext } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass, type Outcome } from './define-rule.ts';

type Limit = PayerProfile['limits'][number];

/** What breaks the limit, in words; undefined when it is kept; the arguments wanted where it cannot be told. */
type Judged = { broken: string; field: string } | { needs: string[] } | undefined;

function judge(limit: Limit, context: LineContext): Judged {
  const { claim } = context;
  const authorised = claim.authorization_number?.trim();
  switch (limit.kind) {
    case 'referral':
    case 'order':
      if (claim.referral_on_file === true || (limit.kind === 'referral' && authorised)) return undefined;
      if (claim.referral_on_file === false) return { broken: limit.kind === 'order' ? 'no written order is on file' : 'no referral is on file', field: 'referral_on_file' };
      return authorised === '' && limit.kind === 'referral' ? { broken: 'the referral number is empty', field: 'authorization_number' } : { needs: limit.kind === 'order' ? ['referral_on_file'] : ['authorization_number', 'referral_on_file'] };
    case 'authorization':
      if (authorised) return undefined;
      if (limit.from_visit !== undefined && claim.visit_number === undefined) return { needs: ['visit_number'] };
      if (limit.from_visit !== undefined && claim.visit_number! < limit.from_visit) return undefined;
      if (limit.from_visit === undefined && authorised === undefined) return { needs: ['authorization_number'] };
      return { broken: limit.from_visit === undefined ? 'it carries no authorization number' : `visit ${claim.visit_number} carries no authorization number; one is needed from visit ${limit.from_visit}`, field: 'authorization_number' };
    case 'visits':
      return judgeVisits(limit, context);
    case 'per_day':
    case 'units_per_day':
      return judgeDay(limit, context);
  }
}

function judgeVisits(limit: Limit, { claim, view }: LineContext): Judged {
  const first = claim.first_treatment_date?.trim();
  const days = limit.within_days !== undefined && first !== undefined && isIsoDate(first) ? daysBetween(first, view.date) : undefined;
  if (limit.max !== undefined && claim.visit_number !== undefined && claim.visit_number > limit.max) return { broken: `visit ${claim.visit_number} is over the ${limit.max} visits`, field: 'visit_number' };
  if (days !== undefined && days > limit.within_days!) return { broken: `${view.date} is ${days} days after the first treatment, over the ${limit.within_days} days`, field: 'first_treatment_date' };
  if (limit.max !== undefined && claim.visit_number === undefined) return { needs: ['visit_number'] };
  return undefined;
}

/** `per_day` counts lines of the codes on the day, `units_per_day` their units; both speak on the line that goes over. */
function judgeDay(limit: Limit, { claim, siblings, view }: LineContext): Judged {
  if (limit.max === undefined) return undefined;
  const meant = (code: string): boolean => limit.codes.some((c) => matchesCodeRange(code, c));
  const counted = siblings.filter((s) => meant(s.code) && (claim.only_line !== undefined || s.number < view.number));
  const amount = (units: number | undefined): number => (limit.kind === 'per_day' ? 1 : Math.max(0, units ?? 0));
  const before = counted.reduce((n, s) => n + amount(s.line.units), 0);
  const total = before + amount(view.line.units);
  if (total > limit.max && (claim.only_line !== undefined || before <= limit.max)) return { broken: limit.kind === 'per_day' ? `it stands ${total} times on the day, over ${limit.max}` : `the day has ${total} units of it, over ${limit.max}`, field: limit.kind === 'per_day' ? 'code' : 'units' };
  return claim.siblings_known || limit.max < 1 ? undefined : { needs: ['other_lines'] };
}

const grant = 'Get it from whoever grants it before the claim goes out, for what was really ordered; without it the service is not billed to this payer.';
const fixOf: Record<Limit['kind'], string> = {
  referral: grant, order: grant, authorization: grant,
  visits: 'Ask the payer for more visits before they are given; what goes beyond the grant is not billed to it.',
  per_day: 'Bill it once; further time of the same day is not billed to this payer.', units_per_day: 'Bill up to the limit; do not move the rest to another day or code.',
};

export const payerVisitOrAuthorizationLimit = defineRule({
  id: 'payer-visit-or-authorization-limit',
  severity: 'warning',
  acrossLines: true,
  what: 'The payer wants a referral, an order or an authorization, or its limit of visits or units is passed.',
  why: 'Some payers pay only what was referred or authorized beforehand, and only so many visits.',
  sources: ['va-community-care', 'wac-296-23-250'],
  check(context) {
    const { catalog, claim, payer, payerKnown, view } = context;
    if (payer.kind === 'self_pay') return notApplicable('no payer decides on a self-pay service');
    if (!payerKnown) return notChecked('no payer was given', ['payer']);
    const limits = payer.limits.filter((l) => l.codes.some((c) => matchesCodeRange(view.code, c)));
    if (limits.length === 0) return payer.limits.length > 0 ? notApplicable(`${payer.name} is not known to limit ${view.code}`) : notChecked(`the limits of ${payer.name} are not on hand; plans and states set them`);
    const outcomes: Outcome[] = [];
    const needs = new Set<string>();
    for (const limit of limits) {
      if (limit.providers.length > 0 && !view.provider) { needs.add('provider_type'); continue; }
      if (limit.providers.length > 0 && !limit.providers.includes(view.provider!.type)) continue;
      const judged = judge(limit, context);
      if (judged && 'needs' in judged) for (const need of judged.needs) needs.add(need);
      if (judged && 'broken' in judged) {
        outcomes.push(finding({
          field: judged.field,
          // Past the visits with a number on the claim: it may be the number of the next episode.
          severity: limit.kind === 'visits' && claim.authorization_number?.trim() ? 'info' : severityBySource(catalog, limit), sources: [limit.source],
          message: `${view.code} for ${payer.name}: ${judged.broken}. ${limit.text}`,
          fix: fixOf[limit.kind],
          data: { payer: payer.id, kind: limit.kind, ...(limit.max === undefined ? {} : { max: limit.max }), ...(limit.from_visit === undefined ? {} : { from_visit: limit.from_visit }) },
        }));
      }
    }
    if (outcomes.length > 0) return outcomes;
    return needs.size > 0 ? notChecked(`${payer.name} has limits for ${view.code} that need more facts`, [...needs].sort()) : pass;
  },
  examples: [
    { name: 'VA without a referral', line: { code: '97124', payer: 'va_community_care', provider_type: 'LMT', referral_on_file: false }, outcome: 'finding' },
    { name: 'VA with its number, third visit', line: { code: '97124', payer: 'va_community_care', provider_type: 'LMT', authorization_number: 'VA0001', visit_number: 3 }, outcome: 'pass' },
    { name: 'VA, visit 13 of the first episode', line: { code: '97124', payer: 'va_community_care', provider_type: 'LMT', authorization_number: 'VA0001', visit_number: 13 }, outcome: 'finding' },
    { name: 'VA, nothing said', line: { code: '97124', payer: 'va_community_care', provider_type: 'LMT' }, outcome: 'not_checked' },
    { name: 'Washington L&I, visit 7 without authorization', line: { code: '97124', payer: 'wa_lni', provider_type: 'LMT', referral_on_file: true, visit_number: 7, other_lines: [] }, outcome: 'finding' },
    { name: 'Washington L&I, visit 6', line: { code: '97124', payer: 'wa_lni', provider_type: 'LMT', referral_on_file: true, visit_number: 6, other_lines: [] }, outcome: 'pass' },
    { name: 'Washington L&I, a physical therapist has other rules', line: { code: '97124', payer: 'wa_lni', provider_type: 'PT', visit_number: 9 }, outcome: 'pass' },
    { name: 'a plan whose limits are not known', line: { code: '97124', payer: 'commercial', provider_type: 'LMT' }, outcome: 'not_checked' },
  ],
});
