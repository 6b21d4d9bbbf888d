/** Words of adjusting and manipulating, of joints outside the spine, and of what ends the telling of one. */

/** Cheap: without one of these no text tells of a manipulation. */
export const mayManipulate = /adj|manip|crack|popp|thrust|hvla|segments?|levels|realign|cavitat|back (?:in|into|where)|drop[\s-]?(?:table|piece)|activator|gonstead|diversified|toggle|subluxat|\bmoved\b/;

/** A word or phrase of adjusting, in folded text. */
export const manipulating = new RegExp([
  'chiro[\\s-]?adj\\w*', 'adj(?:usted|ustments?|usting|usts?|s|d)?\\b', 'manip(?:ulat\\w+|\'?d|s|ed)?\\b', 'crack(?:ed|s|ing)\\b', 'popp(?:ed|ing)\\b', '(?:hvla )?thrust(?:ed|s|ing)?\\b', 'hvla\\b', 're-?align(?:ed|ing|ment)?\\b',
  '(?:segments?|levels|vertebrae?|joints) (?:(?:that|which|we|i) )?(?:(?:were|was|got) )?(?:moved|corrected|cleared|contacted|set|listed)\\b', '(?:moved|corrected|cleared|contacted) (?:the )?(?:segments?|levels|vertebrae?|subluxations?)\\b', 'subluxations? (?:was |were )?(?:corrected|reduced|cleared)\\b',
  'put(?:ting|s)? (?:\\w+ ){1,4}back (?:in(?:to)?(?: place)?\\b|where (?:it|they) belongs?\\b)', 'drop[\\s-]?(?:table|piece)\\b', 'activator\\b', 'gonstead\\b', 'diversified\\b', 'toggle(?: recoil)?\\b', 'moved (?=c\\d|t\\d|l\\d)',
].map((p) => `\\b${p}`).join('|'), 'g');

/** Methods and places that only chiropractors tell of. */
export const chiropracticWords = /\b(?:gonstead|diversified|activator (?:method|to|adj|tech|on)|toggle recoil|thompson (?:drop|tech\w*)|drop[- ]?(?:table|piece)|subluxations?)\b|\badj(?:usted|ustments?|\.)?(?: (?:to|of|at|the|my|his|her|on))*:? (?:c[0-7]|t\d{1,2}|l[1-5]|atlas|cervical|thoracic|lumbar|sacrum|spine|si joints?)\b|\b[ctl]\d{1,2},? (?:and [ctl]\d{1,2} )?adjusted\b/i;

/** "away from the adjusted areas", "before the adjustment", "adjustment of status": told of, not given. */
export const toldOf = /\b(?:from|than|outside|before|after|until|since|between|following|post|to) (?:(?:the|his|her|my|all|any|an?|that|today's) )*(?:just )?$/;
export const asAdjective = /^ ?(?:areas?|regions?|segments?|levels?|spots?|sites?|joints?|of status|disorder|period)\b/;

/** Joints that are no part of the spine; "by hand", "leg check" and the blades between which the spine is meant are none. */
export const limbPlace = /\b(?:(?:left|right|l|r|lt|rt|both|bilateral|bilat) )?(?:shoulders?(?! ?blades?)|(?:ac|a-c|sc|s-c|gh|tmj|acromioclavicular|sternoclavicular|glenohumeral|patello-?femoral) ?joints?|tmj|jaw|clavicle|elbows?|radial head|wrists?|carpals?|lunate|scaphoid|thumbs?|fingers?|hands?(?![\s-]?on\b)|knees?|patella|fib(?:ula)?r? head|ankles?|talus|talar|calcaneus|cuboid|navicular|foot|feet|big toe|toes?|(?:first |1st )?ribs?(?! cage)|hips?(?! (?:bones?|joint of the pelvis))|(?:upper|lower) extremit(?:y|ies)|extremit(?:y|ies)|extra-?spinals?)\b/g;
/** Behind a place: it was left out. */
export const leftOut = /^(?:,| -)? ?(?:(?:was|were|is|are|be|had to be) )?(?:not\b|n't|left (?:alone|out|for)|untouched|skipped|deferred|held\b|avoided|omitted|spared|contraindicated|too (?:sore|tender|acute))/;
/** Before or behind a joint: it hurts, was looked at, or is the tool. */
export const limbTold = /^ ?(?:joint )?(?:(?:is|was|felt) )?(?:pain\w*|ach\w+|sore\w*|stiff\w*|hurt\w*|complaint|sprain|strain|swelling|raise|check|length|x-?ray|weakness|numb\w*|massage[d]?|stretch\w*|tap(?:ed|ing)|exercis\w*|flexors?|extensors?)\b/;
export const limbTool = /\b(?:by|with (?:the|his|her|my)|c\/o|pain in(?: the| his| her| my)?|complain\w* of|for (?:a |his |her |my |the )?(?:sore |stiff |painful )?|hurt (?:the|his|her|my)|not (?:the|his|her|my)|no|from (?:the|his|her|my)|into (?:the|his|her|my)|down (?:the|his|her|my)|because of)(?: (?:left|right))? $/;

/** Where what was adjusted ends: another act, a reason, another place. */
export const endsPlaces = /\b(?:separate(?:ly)? from|apart from|away from|outside|because|due to|for (?:pain|lateral|medial|the pain|relief|complaint)|pain|(?:then|and|,) (?:(?:i|we|he|she|they|dr\.? \w+) )?(?:massaged|taped|stretched|iced|gave|had|did|showed|taught|used|spent|placed|applied|put on|ran|worked (?:on|the|his|her|my)|rubbed|measured|checked|examined|released|needled|strapped|wrapped|needed|felt|told|asked|wants?)\b)/;

/** A sentence of its own that counts the places: "five spots in all", "that makes three regions". */
export const endsSentenceOfIt = /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:spinal |body |different )*(?:regions?|areas?|rgns?|regs?)\b|\b(?:full|entire|whole) spine\b/;
