/** Services and machines without a code of their own: each way of telling is found, and what only sounds like one is not. */
import { describe, expect, it } from 'vitest';
import { findPhrases } from '../../src/search/find-phrases.ts';
import { withoutPeople } from '../../src/search/without-people.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

function namesIn(text: string): string[] {
  return [...new Set(findPhrases(testCatalog, withoutPeople(testCatalog, text)).flatMap((m) => (m.phrase.noCode ? [m.phrase.noCode.name] : [])))];
}

const found: Record<string, string[]> = {
  'a massage machine': [
    'member used the zero-g massage chair 20 min', 'sat in the massage chair in the lobby', 'coin-operated massage for a dollar', '10 min on the roller bed to loosen up', 'lay on the roller table', 'intersegmental roller table 12 min', 'I lay on the dry water bed thing', 'the hydromassage, fully clothed', 'hydro massage bed 15 min', 'aqua massage 10 minutes', 'water massage bed', 'ran the percussion gun on his own quads', 'Theragun to the calves', 'he gave me the massage gun', 'let me keep the vibrating pillow on my neck', 'percussive device to the back', 'robotic massage, 30 min', 'heated massage pad under the legs', 'foot massager while waiting',
  ],
  'a vibration plate': ['Vibration plate 5 min as warm-up', 'whole-body vibration at 30 Hz', 'stood on the power plate', 'vibrating platform, 10 min'],
  'compression boots': ['zip-up compression boots 30 min', 'air compression recovery boots', 'Normatec on both legs', 'recovery boots after the marathon'],
  sauna: ['infrared sauna for 30 minutes', 'a steam room, then home', 'sauna blanket 40 min'],
  'whole-body cryotherapy': ['3 minutes in the cryo chamber', 'whole-body cryotherapy', 'cold plunge'],
  'a spa service': ['40 minutes in the salt room', 'a float tank each, an hour in the dark', 'floatation therapy', 'oxygen bar, 15 min', 'seaweed wrap', 'body wrap 60', 'sugar scrub', 'salt scrub for the back', 'dry brushing of the whole body', 'signature facial', 'ionic foot bath'],
  'magnet or PEMF therapy': ['PEMF mat, 20 min lying down', 'pulsed magnetic field on the knee', 'magnet therapy'],
  'a red light bed': ['12 minutes in the red light bed', 'red light panel at home'],
  reiki: ['reiki, a full hour', 'She held her hands a few inches above me', 'polarity holds at the feet and crown', 'cleared the heart and throat chakras', 'chakra balancing', 'healing crystals', 'crystals laid along the spine', 'moved the energy', 'energy work 60 min'],
  'a sound bath': ['Opened with sound bowls', 'Tibetan singing bowls on the chest', 'gong bath'],
  reflexology: ['Full reflexology session of 50 minutes', 'thumb walking on the soles', 'thumb-walked both soles', 'worked the zones of the feet', 'reflex points on the hands'],
  cupping: ['cupping over the lats', 'sliding cups on the IT band', 'suction cups on my back', 'six silicone cups', 'fire cupping', 'cups on the upper traps for ten minutes'],
  'gua sha': ['gua sha for wellness', 'guasha on the neck', 'jade scraping'],
  'hot stone massage': ['Basalt stones, heated, laid up both sides', 'hot stones on the back', 'heated stones in the palms', 'stones placed along the spine', 'warm stones', 'hot stone massage 75 min'],
  'kinesiology taping': ['kinesio tape for comfort', 'two Y-strips of k-tape over the deltoid', 'KT tape to the knee', 'kinesiology tape', 'elastic taping'],
  'craniosacral therapy': ['Craniosacral only today', 'vault hold, listening', 'CST 45 min', 'CV4 and rest'],
  'Thai massage': ['this tiny Thai lady walked on me', 'walked along my legs, rocked me', 'folded me like a deck chair', 'Thai bodywork x 90', 'Thai massage', 'traditional Thai'],
  Rolfing: ['Rolfing, third of the ten-series', 'structural integration, 75 min', 'got rolfed'],
  'a named style of bodywork': ['Trager, an hour', 'Feldenkrais lesson', 'Alexander lesson, 45 min', 'Bowen therapy', 'zero balancing', 'Watsu in the warm pool', 'ashiatsu', 'barefoot massage', 'ortho-bionomy'],
  'ear candling': ['Had both ears candled', 'ear candling, 40 min', 'ear candles'],
  'moxibustion and herbs': ['held a moxa stick near ST36', 'moxibustion', 'ear seeds'],
  aromatherapy: ["that's the aromatherapy", 'essential oils in the diffuser'],
  'an inversion table': ['5 min on the inversion table', 'hung upside down'],
  'foam rolling': ['foam rolling of his own quads', 'foam rolled the calves', 'he massaged himself with a ball'],
  'yoga or meditation': ['finished with a guided visualization', 'meditation', 'chair yoga'],
};

/** Words of real services and of things, with a word of a style or a machine in them. */
const none = [
  'percussion upper back 10 min', 'percussion strokes', 'tapotement', 'cupped-hand clapping over the rhomboids', 'hacking and cupping strokes', 'quick tapping with cupped hands',
  'a cup of tea after the session', 'grading grip on paper cups', 'stacking plastic cups and moving cups to the shelf', 'two cups of coffee', 'suction cup grab bars in the tub',
  'strapped the ankle closed basketweave', 'rigid tape to the knee', 'athletic tape on the ankle', 'Low-dye tape removed', 'buddy taping of the fingers', 'taped my shoulder so it will not slip', 'taping of the sprained ankle by the trainer', 'tape measure 42 cm',
  'kidney stones in the history', 'stepping stones and a balance beam', 'gallstones', 'stone floor',
  'crystals-in-the-ear maneuver', 'Epley for the crystals', 'tuning fork 128 Hz absent at the toes', 'negative polarity over the wound', 'foot reflexes intact', 'plantar reflex downgoing', 'muscle energy for the SI joint', 'energy conservation and pacing', 'low energy at work', 'high energy',
  'worse rolling in bed', 'rolling to the left and sitting up', 'bed mobility', 'floor roller', 'rolled his ankle', 'roller skates',
  'infrared lamp to the low back', 'red heat lamp over my back', 'compression wrap of the leg', 'compression sleeve', 'Unna boot', 'walking boot', 'in the CAM boot, weight bearing as tolerated', 'pump-and-sleeve compression', 'vasopneumatic compression',
  'facial nerve palsy', '15 minutes of facial retraining', 'facial muscles weak', 'sorted coins and buttons', 'fed himself with a built-up spoon', 'blew out a candle for breath control', 'Dr. Bowen sent her', 'iontophoresis', 'foot soaked in the whirlpool',
  'flotation belt and noodle in the pool', 'exercise in warm water', 'whirlpool for the ankle', 'hot water and massage of the neck', '25 minutes in the magnet', 'ice massage', 'cold pack to the knee', 'cryotherapy cold pack', 'moist heat pack', 'paraffin dip',
  'vibration sense normal', 'yoga mat on the floor', 'toe yoga = exercise', 'chair massage by hand', 'sit to stand from a chair', 'traction table', 'massage table', 'massage on the mat', 'massage in bed for a patient in hospice', 'ultrasound machine and massage', 'table massage',
  'lymph drainage by hand', 'Wilbarger brushing', 'brushing his hair', 'scrubbed the wound', 'wrapped the leg in layers', 'scar mobilisation', 'plastic edge tool along the tendon', 'walked back to her room', 'stood back up', 'walked along the parallel bars', 'folded towels at the counter', 'on hands and knees', 'hands on 30 min', 'feet together on foam', 'thumb pressure', 'zone of pain', 'supine over a foam roller for chest opening', 'acupressure', 'auricular points', 'salt in the diet', 'mud on his shoes', 'oxygen saturation 96', 'oxygen at 2 litres', 'bar exercises', 'inversion sprain of the ankle', 'eversion and inversion with a band', 'dry needling',
];

describe('no code', () => {
  for (const [name, texts] of Object.entries(found)) it.each(texts)(`${name}: %s`, (text) => expect(namesIn(text)).toContain(name));
});

describe('not one of them', () => {
  it.each(none)('%s', (text) => expect(namesIn(text)).toEqual([]));
});

it.each([
  ['Lavender in the diffuser, that is the aromatherapy. Then 45 min effleurage and petrissage.', 'aromatherapy', '97124'],
  ['10 min on the roller bed, then kneading of the low back 30 min', 'a massage machine', '97124'],
  ['sliding cups, then myofascial release 15 min', 'cupping', '97140'],
  ['k-tape over the deltoid after therapeutic exercise 22 min', 'kinesiology taping', '97110'],
  ['hot stones, then petrissage 30 min', 'hot stone massage', '97124'],
])('both stand: %s', (text, name, code) => {
  expect(namesIn(text)).toContain(name);
  expect(findPhrases(testCatalog, withoutPeople(testCatalog, text)).flatMap((m) => (m.phrase.noCode ? [] : m.phrase.meanings.map((x) => x.code)))).toContain(code);
});

it('every phrase stands in one entry only', () => {
  const words = testCatalog.vocabulary.no_code.flatMap((e) => e.words);
  expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([]);
});
