/** Letters without their marks, in lower case: "Jõelähtme" and "JOELAHTME" become "joelahtme". */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{Mn}+/gu, '')
    .normalize('NFC')
    .replaceAll('ё', 'е')
}

// Case endings after the stem of the genitive, longest first (EKG II; Viks, "Väike vormisõnastik").
const caseEndings = ['sse', 'st', 'le', 'lt', 'ks', 'ni', 'na', 'ta', 'ga', 's', 'l', 'd', 't']
const pluralEndings = ['te', 'de', 'id', 'sid']
const vowels = /[aeiou]$/
const shortest = 3

/**
 * Words whose stem changes its letters, by the end of the word so that compounds follow: lasteaia and lasteaed.
 * All forms of one line are one word for search.
 */
const irregular: readonly (readonly string[])[] = [
  ['aed', 'aia', 'aeda', 'aedu', 'aedade'],
  ['tee', 'teed', 'teede', 'teid', 'teel', 'teele'],
  ['vald', 'valla', 'valda', 'vallad', 'valdade', 'vallas', 'valdu'],
  ['kiri', 'kirja', 'kirju', 'kirjad', 'kirjade'],
  ['asi', 'asja', 'asju', 'asjad', 'asjade'],
  ['pood', 'poe', 'poodi', 'poed', 'poodide', 'poes'],
  ['kogu', 'kokku', 'kogude', 'kogusid'],
  ['maja', 'majja'],
  ['mees', 'mehe', 'meest', 'mehed', 'meeste', 'mehi'],
  ['hind', 'hinna', 'hinda', 'hinnad', 'hindade'],
  ['poiss', 'poisi'],
  ['laps', 'lapse', 'last', 'lapsed', 'laste', 'lapsi'],
  ['leht', 'lehe', 'lehte', 'lehed', 'lehtede'],
  ['rand', 'ranna', 'randa', 'rannad', 'randade'],
  ['saar', 'saare', 'saart'],
  ['sild', 'silla', 'silda', 'sillad', 'sildade'],
  ['maks', 'maksu', 'makse'],
  ['vesi', 'vee', 'vett', 'veed', 'vete', 'vees'],
  ['kasi', 'kae', 'katt', 'kaed', 'kate'],
  ['rida', 'rea', 'ritta', 'read', 'ridade'],
  ['tood', 'toode', 'toote', 'toodet'],
  ['too', 'tood', 'toode', 'toid'],
  ['oigus', 'oiguse'],
  ['algatus', 'algatuse'],
  ['liige', 'liikme', 'liiget', 'liikmed', 'liikmete'],
  ['hooldus', 'hoolduse'],
  ['noukogu', 'noukokku'],
  ['otsus', 'otsuse', 'otsust'],
  ['noor', 'noore', 'noort', 'noored', 'noorte', 'noori'],
  ['eakas', 'eaka', 'eakat', 'eakad', 'eakate', 'eakaid'],
]
const byForm = new Map<string, string>()
for (const forms of irregular) {
  for (const form of forms) if (!byForm.has(form)) byForm.set(form, forms[0]!)
}
const knownForms = new Set(byForm.values())
const longestForm = Math.max(...[...byForm.keys()].map((form) => form.length))

/** First parts of compounds in a municipality's own language: vallavolikogu is looked for as volikogu. */
const firstParts =
  /^(?:valla|linna|kula|kooli|laste|noorte|eakate|riigi|haridus|kultuuri|spordi|sotsiaal|osalus|lisa|ehitus|jaatme|maa|tanava|tee|rahva|huvi|alus|pohi|kesk|rahandus|arengu|detail|uld|eri|aja|aasta|vallavara|kinnisvara|elamu|vee|pere|hoolekande|vaba|keskkonna|revisjoni)(?=[a-z]{5,}$)/

/**
 * The shapes under which a word is indexed and looked for, the word itself first. The Snowball stemmer leaves
 * "istung" and "istungil", "toetus" and "toetuse" apart; here every ending that could be one is taken off, and two
 * forms of a word meet in a shape that they share. Some shapes are no words: they cost precision only at the end of
 * a list, where such finds stand.
 */
export function rootsOf(word: string): string[] {
  const folded = fold(word)
  const shapes = new Set([folded])
  if (!/^[a-z]{4,40}$/.test(folded)) return [...shapes, ...regularForm(folded)]
  const add = (shape: string) => {
    if (shape.length < shortest) return
    shapes.add(shape)
    // inimene, inimese: what both have in common.
    if (/(ne|se)$/.test(shape) && shape.length >= shortest + 3) shapes.add(shape.slice(0, -2))
    if (vowels.test(shape) && shape.length > shortest + 1) shapes.add(shape.slice(0, -1))
  }
  add(folded)
  for (const ending of caseEndings) {
    if (!folded.endsWith(ending)) continue
    const stem = folded.slice(0, -ending.length)
    add(stem)
    for (const plural of pluralEndings) if (stem.endsWith(plural)) add(stem.slice(0, -plural.length))
    if (stem.endsWith('i')) add(stem.slice(0, -1))
  }
  for (const plural of pluralEndings) if (folded.endsWith(plural)) add(folded.slice(0, -plural.length))
  const last = folded.replace(firstParts, '')
  if (last !== folded) for (const shape of rootsOf(last)) shapes.add(shape)
  for (const form of [...shapes].flatMap(regularForm)) shapes.add(form)
  return [...shapes]
}

const shortestSure = 4

/**
 * Those of a word's shapes that may be chance: "kool" and "koos" share "koo". A shape is trusted when it is the word
 * itself, a known form, or long enough beside the word.
 */
export function vagueRootsOf(word: string): string[] {
  const [folded = '', ...shapes] = rootsOf(word)
  return shapes.filter(
    (shape) => !knownForms.has(shape) && (shape.length < shortestSure || shape.length * 2 < folded.length),
  )
}

function regularForm(shape: string): string[] {
  for (let length = Math.min(longestForm, shape.length); length >= 3; length -= 1) {
    const form = byForm.get(shape.slice(-length))
    // A short ending inside another word is chance: the whole word, or a compound whose first part is a word's length.
    const before = shape.length - length
    if (form !== undefined && (before === 0 || before >= 3)) return [shape.slice(0, before) + form]
  }
  return []
}
