import type { MapWords } from '../messages/map.ts'
import type { Point } from '../map-point.ts'

export type Located = Point & { metres: number }
type Outcome = { ok: true; at: Located } | { ok: false; sentence: string }

const patience = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 }

/** Where the device says it is, or why it does not say. */
export function locate(words: MapWords): Promise<Outcome> {
  const { geolocation } = navigator as { geolocation?: Geolocation }
  if (geolocation === undefined) return Promise.resolve({ ok: false, sentence: words.locateUnavailable })
  return new Promise((resolve) =>
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ ok: true, at: { latitude, longitude, metres: Math.max(1, Math.round(accuracy)) } }),
      ({ code }) => {
        const sentence = [words.locateUnavailable, words.locateDenied, words.locateUnavailable, words.locateTimeout][
          code
        ]
        resolve({ ok: false, sentence: sentence ?? words.locateUnavailable })
      },
      patience,
    ),
  )
}
