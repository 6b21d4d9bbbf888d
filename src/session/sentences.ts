/** A session's text in sentences, each with what its words say of when and whether: done now, or told of another time. */
import { foldText } from '../search/normalise.ts';

export interface Sentence {
  start: number; end: number; folded: string;
  /** Plans, wishes, the past, what is done at home or was ordered: nothing that was done in this session. */
  elsewhere: boolean;
  /** "performed", "we did", "received": told as done. */
  done: boolean;
}

const boundary = /[\n;!?]|(?<![.\s])\.(?=\s|$)/g;
/** Before a name: never the end of a sentence. */
const titles = /(?:^|[^a-z])(?:dr|mr|mrs|ms|vs)$/;
const abbreviations = /\b(?:min|mins|hr|hrs|dr|mr|mrs|ms|vs|approx|no|st|pt|dx|tx|ex|ther|reps|incl|approx|ext|flex|ft|lb|lbs|in|a\.m|p\.m)$/;

const planned = /\b(?:had planned|will|would|won't|shall|next (?:visit|week|time|session|appointment|month|monday|tuesday|wednesday|thursday|friday|saturday)|tomorrow|plans?\b\s*(?::|is\b|to\b|are\b)|planning|going to|to be (?:done|seen|added)|hopes?|wish(?:es)?|hoped|should|might|may (?:add|try|start|jog|go)|recommend(?:ed|s)?|advised|consider(?:ing)?|intend|until discharge|once more this week)(?![a-z])|^\s*(?:p|plan)\s*:/;
const past = /\b(?:last (?:month|week|visit|year|session|time|summer|winter|treatment)|yesterday|previous(?:ly)?|in the past|years? ago|months? ago|weeks? ago|history of|used to|had been|since (?:his|her|the) (?:surgery|accident|fall)|was evaluated|at eval(?:uation)?\b|stage two|after (?:left|right) mastectomy)\b/;
const asked = /\b(?:ask(?:ed|s)?(?: me)?(?: for| if| about| whether)?|wants? to|wanted|wonders?|like to know|told (?:him|her|me|them) that|told (?:him|her|us) |brought|refer(?:ral|red) (?:asks|says|for)|the order (?:says|said)|order said|prescription (?:is|was|says|for)|prescribed|ordered|reports?|says|said|states?|denies|complains?|mentioned|thinks?|a colleague|somebody|software|employer|the (?:owner|manager) asked)\b/;
const home = /\b(?:at home|prn|hep|her own|his own|their own|every day|daily|sees (?:him|her|them|us) at|each (?:day|night|morning)|wears?|uses? a|goes (?:up|down)|stairs? step|owns?|on (?:his|her) own|by (?:himself|herself)|can (?:now )?(?:stand|walk|sit|lift|climb|go|do|raise)|could (?:now )?(?:stand|walk|sit|lift|climb|go)|is able to|was able to|handout|takes? (?:no )?(?:medicine|pills)|tolerated|blood pressure|pain (?:was|is|went|from)|before and|afterward|went from|improved|increased|decreased|degrees|out of (?:10|ten)|reps? to failure|compared with|less marked|no (?:bruise|redness|swelling))\b|\d\s*\/\s*(?:10|5)\b/;
const told = /\b(?:performed|provided|gave|given|applied|received|treated|did|done|completed|used|began|started|finished|included|consisted|worked|practi[sc]ed|spent|trained|taught|adjusted|mobili[sz]ed|massaged|massage[sd]?|instructed|followed|administered|session|today|went into|were on|ended with|billed|rx\s*:|tx\s*:|tx today|o\s*:)\b/;

/** "Scar rolling 12 min. putty 14 min. dressing 23 min": a time behind its words ends them, also where no capital follows. */
const timeBehind = /(?:^|[\s.,;:(])(?:[a-z][a-z'/-]+[\s,:+&-]+){1,}(?:x\s?)?\d{1,3}\s?(?:min|mins|m)$/;
const newWords = /^\.\s+(?!(?:of|on|for|with|to|in|and|at|by|from|total|each|per|or|but|x|was|were|is|are|the|as|one|hands|direct|later|after|before|while|during|rest|until|this|that|which|so)\b)[a-z]{3}/;

/** Where a sentence ends: a stop, a semicolon, a new line; not the dot of an abbreviation or a number. */
export function sentencesOf(text: string): Sentence[] {
  const folded = foldText(text);
  const cuts = [0];
  for (const m of folded.matchAll(boundary)) {
    if (m[0] === '.' && titles.test(folded.slice(Math.max(0, m.index - 5), m.index))) continue;
    if (m[0] === '.' && abbreviations.test(folded.slice(Math.max(0, m.index - 8), m.index)) && !(timeBehind.test(folded.slice(Math.max(cuts.at(-1)!, m.index - 60), m.index)) && newWords.test(folded.slice(m.index, m.index + 16))) && !/^\.\s+[a-z]*\s*$/.test(folded.slice(m.index)) && !/^\.\s+(?:[A-Z]|\(?\d\)\s|(?:then|next|after|afterwards|finally|lastly|also)\b)/.test(text.slice(m.index, m.index + 16))) continue;
    cuts.push(m.index + 1);
  }
  cuts.push(text.length);
  const out: Sentence[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const own = folded.slice(cuts[i]!, cuts[i + 1]!);
    if (own.replace(/[^a-z0-9]/g, '') === '') continue;
    out.push({ start: cuts[i]!, end: cuts[i + 1]!, folded: own, elsewhere: planned.test(own) || past.test(own) || asked.test(own) || home.test(own), done: told.test(own) });
  }
  return out;
}
