const longestSide = 2000
const quality = 0.85

export type Fit = { width: number; height: number }

/** The size of a picture whose longest side may be so long. */
export function fitWithin({ width, height }: Fit, longest: number): Fit {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The same picture, small enough to be sent from a phone; the file itself where it is small or cannot be read here. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|avif)$/.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = fitWithin(picture, longestSide)
    const isSmall = width === picture.width && height === picture.height
    if (isSmall) {
      picture.close()
      return file
    }
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const brush = canvas.getContext('2d')
    if (brush === null) return file
    // What was see-through becomes white: JPEG knows no other.
    brush.fillStyle = '#ffffff'
    brush.fillRect(0, 0, width, height)
    brush.drawImage(picture, 0, 0, width, height)
    picture.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (blob === null || blob.type !== 'image/jpeg' || blob.size >= file.size) return file
    const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`
    return new File([blob], name, { type: 'image/jpeg', lastModified: file.lastModified })
  } catch {
    return file
  }
}

/** `2,4 MB` */
export function sayBytes(bytes: number, language: string): string {
  const [amount, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1000, 'KB']
  const digits = unit === 'MB' ? 1 : 0
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(amount)}\u00A0${unit}`
}

const thumbnailSide = 192

/** A small picture as an address of its own, which the page's policy lets be shown; null for what cannot be drawn. */
export async function makeThumbnail(file: File): Promise<string | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = fitWithin(picture, thumbnailSide)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    picture.close()
    return canvas.toDataURL('image/jpeg', 0.75)
  } catch {
    return null
  }
}
