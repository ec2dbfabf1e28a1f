import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'

const widths = [640, 1600]
const pixels = 50_000_000

export type Measured = { kind: string; width: number; height: number }
export type MadeImage = {
  kind: string
  width: number
  height: number
  path: string
  smaller: { width: number; path: string }[]
}

sharp.cache(false)
sharp.concurrency(1)

export async function measure(input: string): Promise<Measured> {
  const { format, width, height, compression } = await sharp(input, { limitInputPixels: false }).metadata()
  return { kind: format === 'heif' && compression === 'av1' ? 'avif' : format, width, height }
}

/** Drawn anew from its pixels, upright: position, camera, names and whatever was hidden in the file stay behind. */
export async function makeImage(input: string, kind: string, folder: string): Promise<MadeImage> {
  const source = () => sharp(input, { limitInputPixels: pixels, failOn: 'error' }).autoOrient()
  const path = join(folder, 'image')
  const { width, height } = await encode(source(), kind).toFile(path)
  const smaller = []
  for (const wanted of widths.filter((one) => one < width)) {
    const place = join(folder, `width-${wanted}`)
    await source().resize({ width: wanted }).webp({ quality: 80 }).toFile(place)
    smaller.push({ width: wanted, path: place })
  }
  return { kind, width, height, path, smaller }
}

function encode(image: Sharp, kind: string): Sharp {
  if (kind === 'png') return image.png({ compressionLevel: 9 })
  if (kind === 'webp') return image.webp({ quality: 85 })
  return image.flatten({ background: '#ffffff' }).jpeg({ quality: 85, progressive: true })
}
