// How wide the face is that stands in until the typeface has come: Arial, to which Liberation Sans, Arimo and Helvetica are
// cut alike, in thousandths of an em. `regular` up to weight 500, `bold` above.
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const FIGURES = [...'0123456789'];
const SIGNS = [...' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
const FURTHER = [...'¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷ÆÐØÞßæðøþʻ‘’‚“”„–—…•−≤≥≈≠⅓⅔€™'];

const table = (letters, figure, signs, further) => new Map([
  ...LETTERS.map((char, at) => [char, letters[at]]),
  ...FIGURES.map((char) => [char, figure]),
  ...SIGNS.map((char, at) => [char, signs[at]]),
  ...FURTHER.map((char, at) => [char, further[at]]),
]);

const REGULAR = table(
  [667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
    556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500],
  556,
  [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 278, 278, 584, 584, 584, 556, 1015, 278, 278, 278,
    469, 556, 333, 334, 260, 334, 584],
  [333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 737, 552, 400, 549, 333, 333, 333, 576, 537, 333, 333, 333, 365, 556,
    834, 834, 834, 611, 584, 549, 1000, 722, 778, 667, 611, 889, 556, 611, 556, 222, 222, 222, 222, 333, 333, 333, 556, 1000, 1000,
    350, 584, 549, 549, 549, 549, 834, 834, 556, 1000],
);
const BOLD = table(
  [722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
    556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500],
  556,
  [278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 333, 333, 584, 584, 584, 611, 975, 333, 278, 333,
    584, 556, 333, 389, 280, 389, 584],
  [333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 737, 552, 400, 549, 333, 333, 333, 576, 556, 333, 333, 333, 365, 556,
    834, 834, 834, 611, 584, 549, 1000, 722, 778, 667, 611, 889, 611, 611, 611, 278, 278, 278, 278, 500, 500, 500, 556, 1000, 1000,
    350, 584, 549, 549, 549, 549, 834, 834, 556, 1000],
);

// The fonts that are looked for, all cut to these widths or narrower ones.
export const LOCALS = {
  regular: ['Arial', 'Liberation Sans', 'Helvetica', 'Roboto'],
  bold: ['Arial Bold', 'Liberation Sans Bold', 'Helvetica Bold', 'Roboto Bold'],
};

// Of a thousand letters of English, so many are …; and a space between words.
const ENGLISH = {
  e: 127, t: 91, a: 82, o: 75, i: 70, n: 67, s: 63, h: 61, r: 60, d: 43, l: 40, c: 28, u: 28, m: 24, w: 24, f: 22, g: 20, y: 20,
  p: 19, b: 15, v: 10, k: 8, j: 2, x: 2, q: 1, z: 1, ' ': 180,
};

export const kind = (weight) => (weight < 600 ? 'regular' : 'bold');

/** The width of a character, letters with accents being as wide as without; undefined where it is not known. */
export function width(char, weight) {
  const widths = weight < 600 ? REGULAR : BOLD;
  return widths.get(char) ?? widths.get(char.normalize('NFKD')[0]);
}

/** How many times wider than the stand-in a face is, weighed by how often letters stand in English. */
export function wider(advances, weight) {
  const mean = (of) => Object.entries(ENGLISH).reduce((sum, [letter, share]) => sum + share * of(letter), 0);
  const times = mean((letter) => advances[letter]) / mean((letter) => width(letter, weight));
  if (!Number.isFinite(times)) throw new Error(`the widths of weight ${weight} cannot be compared with the stand-in's`);
  return times;
}
