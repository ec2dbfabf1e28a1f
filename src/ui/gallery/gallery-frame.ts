import type { Door } from '#ui/frame.ts'

/** Stand-in content for looking at components; sentences as a municipality would write them. */
export const sampleDoors: readonly Door[] = [
  {
    key: 'otsustamine',
    label: 'Otsustamine',
    links: [
      { label: 'Istungid', path: '/istungid' },
      { label: 'Õigusaktid', path: '/aktid' },
      { label: 'Avalikud arutelud', path: '/arutelud' },
    ],
  },
  {
    key: 'raha',
    label: 'Raha',
    links: [
      { label: 'Eelarve', path: '/eelarve' },
      { label: 'Toetused', path: '/toetused' },
      { label: 'Hanked', path: '/hanked' },
    ],
  },
  {
    key: 'kaasaloomine',
    label: 'Kaasalöömine',
    links: [
      { label: 'Kaasav eelarve', path: '/kaasav-eelarve' },
      { label: 'Küsitlused', path: '/kusitlused' },
      { label: 'Rahvaalgatused', path: '/algatused' },
    ],
  },
  {
    key: 'teata',
    label: 'Teata ja taotle',
    links: [
      { label: 'Teata probleemist', path: '/teated' },
      { label: 'Teenused ja taotlused', path: '/teenused' },
    ],
  },
  {
    key: 'elu',
    label: 'Elu vallas',
    links: [
      { label: 'Uudised', path: '/uudised' },
      { label: 'Kalender', path: '/kalender' },
      { label: 'Külad ja alevikud', path: '/kylad' },
    ],
  },
  { key: 'lubadused', label: 'Lubadused', links: [{ label: 'Tegevuskava', path: '/tegevuskava' }] },
]

export const galleryParts = [
  { label: 'Tekst', path: '#tekst' },
  { label: 'Teated', path: '#teated' },
  { label: 'Vormid', path: '#vormid' },
  { label: 'Loendid', path: '#loendid' },
  { label: 'Seisud', path: '#seisud' },
  { label: 'Joonised', path: '#joonised' },
]
