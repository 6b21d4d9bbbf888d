/** CLAIMLINT_PAYER and CLAIMLINT_PROVIDER: the payer and provider type that stand in where a call names none. */
import type { Catalog } from './catalog/catalog.ts';
import { quote } from './claim/clean-text.ts';
import { nearestWord } from './claim/edit-distance.ts';
import { resolvePayer } from './claim/payer.ts';
import { resolveProvider } from './claim/provider-type.ts';
import { told } from './claim/told.ts';
import type { DefaultArguments } from './mcp/default-arguments.ts';

/** The ids that the settings mean. A name that claimlint does not know is told to `warn` and left out. */
export function defaultSettings(catalog: Catalog, environment: Readonly<Record<string, string | undefined>>, warn: (problem: string) => void): DefaultArguments {
  const payerName = told(environment.CLAIMLINT_PAYER);
  const providerName = told(environment.CLAIMLINT_PROVIDER);
  const payer = resolvePayer(catalog, payerName);
  const provider = resolveProvider(catalog, providerName);
  if (payerName !== undefined && !payer.recognised) warn(problem('CLAIMLINT_PAYER', payerName, 'payer', catalog.payers.map((p) => p.id).filter((id) => id !== 'unknown')));
  if (providerName !== undefined && !provider?.recognised) warn(problem('CLAIMLINT_PROVIDER', providerName, 'provider type', catalog.provider_types.map((p) => p.id)));
  return { ...(payer.recognised ? { payer: payer.profile.id } : {}), ...(provider?.recognised ? { provider_type: provider.type } : {}) };
}

function problem(setting: string, given: string, kind: string, accepted: readonly string[]): string {
  const near = nearestWord(given.toLowerCase(), accepted);
  return `${setting} "${quote(given, 40)}" is no ${kind} that claimlint knows and is left out.${near ? ` Did you mean "${near}"?` : ''} Accepted: ${accepted.join(', ')}, or an everyday name.`;
}
