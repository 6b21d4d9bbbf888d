/** What a text says of whole sentences and lines: conditions, blanks of a form, numbers that only ask, a visit called off. */
import { endsSentence, sentenceEnd, sentenceStart, type Token } from './clauses.ts';
import type { Ready } from './standing-cues.ts';
import { clauseAround, isNow } from './standing-reach.ts';
import type { Zone } from './standing.ts';

/** "If he is better we adjust the pelvis", "Thursday if it settles": a sentence under a condition. */
export function conditions(tokens: readonly Token[]): Zone[] {
  const out: Zone[] = [];
  tokens.forEach((t, i) => {
    if (t.text !== 'if' || t.mark) return;
    const start = sentenceStart(tokens, i);
    if (i === start && !/^(?:that|you|i|anyone|not)$/.test(tokens[i + 1]?.text ?? '')) out.push({ standing: 'planned', from: i, to: sentenceEnd(tokens, i) });
    else if (/^(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day|nesday|sday|urday)?$/.test(tokens[i - 1]?.text ?? '')) out.push({ standing: 'planned', from: clauseAround(tokens, i - 1, i, [])[0], to: i });
    else if (/^(?:only|later|again)$/.test(tokens[i - 1]?.text ?? '')) out.push({ standing: 'planned', from: clauseAround(tokens, i - 1, i, [])[0], to: i });
  });
  return out;
}

/** "97112 --", "US: 0 min", "[ ] ultrasound": a line of a form that was left blank. */
export function blanks(tokens: readonly Token[]): Zone[] {
  return tokens.flatMap((t, i): Zone[] => {
    const ends = (at: number): boolean => tokens[at] === undefined || endsSentence(tokens[at]!) || tokens[at]!.mark === 'comma';
    if (t.text === '[' && tokens[i + 1]?.text === ']') {
      const next = tokens.findIndex((o, k) => k > i + 1 && (o.text === '[' || endsSentence(o)));
      return [{ standing: 'not_done', from: i + 2, to: next < 0 ? tokens.length : next }];
    }
    if (t.mark !== 'label' || i === 0) return [];
    // "What I did not do: ultrasound, traction."
    const start = sentenceStart(tokens, i);
    const name = i - start < 8 ? tokens.slice(start, i).map((o) => o.text).join(' ') : '';
    if (/(?:\bnot|n't|\bnever) (?:\w+ )?(?:do|done|get|gotten|got|used|use|happen|happened|given|give|performed|reach|reached|have|had)\b(?: (?:to|today|it|this visit))*$/.test(name) && !tokens.slice(start, i).some((o) => o.minutes)) return [{ standing: 'not_done', from: i + 1, to: sentenceEnd(tokens, i + 1) }];
    const zero = tokens[i + 1]?.text === '0' && ends(tokens[i + 2]?.minutes ? i + 3 : i + 2);
    return zero || (/^(?:-{2,}|\.{2,})$/.test(t.text) && ends(i + 1)) ? [{ standing: 'not_done', from: sentenceStart(tokens, i), to: i }] : [];
  });
}

/** "97124 or 97140?": numbers that only ask which one. */
export function codesAsked(tokens: readonly Token[]): Zone[] {
  return tokens.flatMap((t, i): Zone[] => (/^\d{5}$/.test(t.text) && /^\d{5}$/.test(tokens[i + 2]?.text ?? '') && /^(?:or|vs|versus|\/)$/.test(tokens[i + 1]?.text ?? '') ? [{ standing: 'asked', from: i, to: i + 3 }] : []));
}

/** A visit that was called off: nothing after it was done, unless the text goes on to tell so. */
export function cancelled(tokens: readonly Token[], ready: Ready): Zone[] {
  const words = tokens.map((t) => (t.mark ? '.' : t.text)).join(' ');
  const called = /\b(?:rang|called|phoned|texted|emailed|messaged|left a message)(?: [a-z0-9]+){0,5} to cancel\b|\b(?:visit|appointment|appt|session|booking)(?: (?:was|is|has been|today|marked|as)){0,4} cancel|\bcancel\w* (?:her|his|the|today's|their|this) (?:visit|appointment|appt|session|[a-z0-9]+ o'clock)\b|\blate cancel|\b(?:pt|patient|client|she|he) (?:did not|didn't) (?:show|come|arrive)\b|^no show\b|\b(?:pt|patient|client) no show/.exec(words);
  if (!called || tokens.some((t, i) => (isNow(tokens, i) && ready.sets.doing.has(tokens[i + 1]?.text ?? '')) || (/^(?:i|we)$/.test(t.text) && /^(?:did|gave|worked|treated|performed|adjusted|spent)$/.test(tokens[i + 1]?.text ?? '')))) return [];
  return [{ standing: 'not_done', from: 0, to: tokens.length }];
}
