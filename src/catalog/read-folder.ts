/** Reads and validates catalog/ from disk: used by the build and by the tests, never by the shipped program. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CatalogData } from './catalog.ts';
import { consequencesSchema } from './consequences-schema.ts';
import { denialGuidanceSchema } from './denial-guidance-schema.ts';
import * as schema from './schemas.ts';
import { vocabularySchema } from './vocabulary-schema.ts';

function fail(file: string, where: string, error: z.ZodError): never {
  const first = error.issues[0]!;
  throw new Error(`catalog/${file}, ${where}, column ${first.path.join('.') || '(row)'}: ${first.message}`);
}

function readCsv<S extends z.ZodType>(folder: string, file: string, row: S): z.output<S>[] {
  const records: Record<string, string>[] = parse(readFileSync(join(folder, file), 'utf8'), { columns: true, skip_empty_lines: true });
  return records.map((record, index) => {
    const result = row.safeParse(record);
    // The header is line 1; cells hold no line breaks.
    return result.success ? result.data : fail(file, `line ${index + 2}`, result.error);
  });
}

function readJson<S extends z.ZodType>(folder: string, file: string, shape: S): z.output<S> {
  const result = shape.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return result.success ? result.data : fail(file, 'JSON', result.error);
}

/** Every table of the folder, validated. Throws with file, line and column at the first bad row. */
export function readCatalogFolder(folder: string): CatalogData {
  const payerFiles = readdirSync(join(folder, 'payers')).filter((f) => f.endsWith('.json')).sort();
  return {
    codes: readCsv(folder, 'codes.csv', schema.codeRow),
    confusions: readCsv(folder, 'confusions.csv', schema.confusionRow),
    deleted_codes: readCsv(folder, 'deleted-codes.csv', schema.deletedCodeRow),
    misprints: readCsv(folder, 'misprints.csv', schema.misprintRow),
    statuses: readCsv(folder, 'status-indicators.csv', schema.statusRow),
    mue_limits: readCsv(folder, 'mue-limits.csv', schema.mueRow),
    ptp_edits: readCsv(folder, 'ptp-edits.csv', schema.ptpRow),
    add_ons: readCsv(folder, 'add-on-codes.csv', schema.addOnRow),
    modifiers: readCsv(folder, 'modifiers.csv', schema.modifierRow),
    places: readCsv(folder, 'places-of-service.csv', schema.placeRow),
    diagnoses: readCsv(folder, 'diagnoses.csv', schema.diagnosisRow),
    denial_codes: readCsv(folder, 'denial-codes.csv', schema.denialCodeRow),
    remark_codes: readCsv(folder, 'remark-codes.csv', schema.denialCodeRow),
    thresholds: readCsv(folder, 'therapy-thresholds.csv', schema.thresholdRow),
    exclusive_codes: readCsv(folder, 'exclusive-codes.csv', schema.exclusiveRow),
    diagnosis_limits: readCsv(folder, 'diagnosis-limits.csv', schema.diagnosisLimitRow),
    reference_words: readCsv(folder, 'reference-words.csv', schema.referenceWordRow),
    taxonomies: readCsv(folder, 'taxonomies.csv', schema.taxonomyRow),
    payers: payerFiles.map((file) => readJson(folder, `payers/${file}`, schema.payerProfile)),
    provider_types: readJson(folder, 'provider-types.json', z.array(schema.providerTypeEntry)),
    sources: readJson(folder, 'sources.json', z.array(schema.sourceEntry)),
    editions: readJson(folder, 'editions.json', z.array(schema.editionEntry)),
    ordinary_words: readFileSync(join(folder, 'ordinary-words.txt'), 'utf8').trim(),
    phrasings: readCsv(folder, 'phrasings.csv', schema.phrasingRow),
    word_weights: readFileSync(join(folder, 'word-weights.txt'), 'utf8').trim(),
    vocabulary: readJson(folder, 'synonyms.json', vocabularySchema),
    consequences: readJson(folder, 'consequences.json', consequencesSchema),
    denial_guidance: readJson(folder, 'denial-guidance.json', denialGuidanceSchema),
  };
}
