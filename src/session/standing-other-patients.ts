/** Where a text tells what another patient did meanwhile: it is no service of this one. */
import type { Token } from './clauses.ts';
import { clauseAround } from './standing-reach.ts';
import type { Zone } from './standing.ts';

const others = new Set('other another next second'.split(' '));
const people = new Set('patient patients pt pts client clients person people one ones two three guy lady man woman resident residents athlete kid'.split(' '));
const articles = new Set('the my an our a his her'.split(' '));
const opens = new Set('while meanwhile as whereas but because'.split(' '));
const acts = new Set('rode did does was were is are warmed carried exercised worked walked used sat rested practiced practised performed continued kept finished started iced waited pedaled cycled had'.split(' '));
const joint = new Set('together both simultaneously same once alongside us all'.split(' '));

/** "while my other patient rode the bike", "the other two carried on by themselves", "another patient was on the mat"; not "he and another patient did squats together". */
export function otherPatientZones(tokens: readonly Token[]): Zone[] {
  return tokens.flatMap((token, i): Zone[] => {
    if (token.mark || !others.has(token.text)) return [];
    let next = i + 1;
    if (tokens[next] && !tokens[next]!.mark && people.has(tokens[next]!.text)) next++;
    if (next > i + 1 && /^(?:patients?|pts?|clients?)$/.test(tokens[next]?.text ?? '')) next++;
    if (next === i + 1 || tokens[next]?.mark !== undefined || !acts.has(tokens[next]?.text ?? '')) return [];
    const from = articles.has(tokens[i - 1]?.text ?? '') ? i - 1 : i;
    const before = tokens[from - 1];
    const led = before === undefined || before.mark !== undefined && before.mark !== 'and' || opens.has(before.text) || (before.text === 'and' && tokens[from - 2]?.mark !== undefined);
    // "the second was a hot pack": one of the services.
    if (!led || (/^(?:one|ones|two|three)$/.test(tokens[next - 1]!.text) && !/^(?:carried|exercised|waited|rested|warmed|rode|pedaled|continued|kept|worked)$/.test(tokens[next]!.text))) return [];
    const to = clauseAround(tokens, from, next, [])[1];
    return tokens.slice(from, to).some((t) => joint.has(t.text)) ? [] : [{ standing: 'elsewhere', from, to }];
  });
}
