export type KindGroup = 'image' | 'pdf' | 'archive' | 'text'

/** What is accepted; a kind is told by the bytes, and the name must agree with it. */
export const kinds = {
  jpeg: { group: 'image', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { group: 'image', mediaType: 'image/png', extensions: ['png'] },
  webp: { group: 'image', mediaType: 'image/webp', extensions: ['webp'] },
  avif: { group: 'image', mediaType: 'image/avif', extensions: ['avif'] },
  pdf: { group: 'pdf', mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    group: 'archive',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    group: 'archive',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    group: 'archive',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  odt: { group: 'archive', mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { group: 'archive', mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  asice: { group: 'archive', mediaType: 'application/vnd.etsi.asic-e+zip', extensions: ['asice', 'sce', 'bdoc'] },
  txt: { group: 'text', mediaType: 'text/plain', extensions: ['txt'] },
  csv: { group: 'text', mediaType: 'text/csv', extensions: ['csv'] },
} as const satisfies Record<string, { group: KindGroup; mediaType: string; extensions: readonly string[] }>

export type Kind = keyof typeof kinds

export const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text)

export const isImage = (kind: Kind): boolean => kinds[kind].group === 'image'

/** An image is made anew, so that nothing but its picture is left; AVIF becomes a JPEG that every browser shows. */
export function keptAs(kind: Kind): Kind {
  return kind === 'avif' ? 'jpeg' : kind
}

export function mayBeCalled(kind: Kind, extension: string): boolean {
  return (kinds[kind].extensions as readonly string[]).includes(extension.toLowerCase())
}

export function kindOfMediaType(mediaType: string): Kind | undefined {
  const found = Object.entries(kinds).find(([, kind]) => kind.mediaType === mediaType)
  return found?.[0] as Kind | undefined
}

/** For the file field: what may be chosen, and how large it may be. */
export const uploadLimits = {
  accept: Object.values(kinds)
    .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
    .join(','),
  bytesPerFile: 25 * 1024 * 1024,
  imagePixels: 50_000_000,
} as const

/** For a field that takes pictures alone. */
export const pictureTypes = Object.values(kinds)
  .filter(({ group }) => group === 'image')
  .map(({ mediaType }) => mediaType)
  .join(',')

/** Widths, in pixels, in which a picture can be asked for. */
export const imageWidths = [640, 1600] as const
export type ImageWidth = (typeof imageWidths)[number]
