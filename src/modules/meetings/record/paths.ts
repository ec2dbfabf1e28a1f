const base = '/istungid/osalemine'
const desk = '/too/istungid/koosseisud'

export const recordPaths = {
  attendance: base,
  person: (slug: string) => `${base}/${slug}`,
  votes: '/istungid/haaletused',
  terms: desk,
} as const
