import { useId } from 'preact/hooks'
import { localPath } from '#ui/links.ts'
import { useReader } from '#ui/reader.ts'

type Ring = readonly (readonly number[])[]

/** The two GeoJSON geometries of which villages are made. */
export type AreaGeometry =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }

export type MapArea = { key: string; label: string; href?: string; geometry: AreaGeometry }

export type OutlineMapProps = {
  title: string
  description: string
  areas: readonly MapArea[]
  highlightedKey?: string | undefined
}

const mapWidth = 1000

/** A map without tiles, from the outlines alone. The caller gives the same places as a list beside it. */
export function OutlineMap({ title, description, areas, highlightedKey }: OutlineMapProps) {
  const { language } = useReader()
  const id = useId()
  const project = projection(areas)
  const isLinked = areas.some((area) => area.href !== undefined)
  return (
    <svg
      class="outline-map"
      viewBox={`0 0 ${mapWidth} ${project.height}`}
      role={isLinked ? 'group' : 'img'}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {areas.map((area) => {
        const isHighlighted = area.key === highlightedKey
        const shape = (
          <path class={isHighlighted ? 'highlighted' : undefined} d={pathOf(area.geometry, project.point)}>
            <title>{area.label}</title>
          </path>
        )
        return area.href === undefined ? (
          <g key={area.key}>{shape}</g>
        ) : (
          <a
            key={area.key}
            href={localPath(area.href, language)}
            aria-label={area.label}
            aria-current={isHighlighted ? 'true' : undefined}
          >
            {shape}
          </a>
        )
      })}
    </svg>
  )
}

function ringsOf(geometry: AreaGeometry): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/** Equirectangular: a degree of longitude is narrower by the cosine of the latitude. */
function projection(areas: readonly MapArea[]) {
  const points = areas.flatMap((area) => ringsOf(area.geometry).flat())
  const longitudes = points.map(([longitude = 0]) => longitude)
  const latitudes = points.map(([, latitude = 0]) => latitude)
  const west = Math.min(...longitudes)
  const north = Math.max(...latitudes)
  const south = Math.min(...latitudes)
  const squeeze = Math.cos((((north + south) / 2) * Math.PI) / 180)
  const scale = mapWidth / ((Math.max(...longitudes) - west) * squeeze || 1)
  return {
    height: round((north - south) * scale),
    point: ([longitude = 0, latitude = 0]: readonly number[]) =>
      `${round((longitude - west) * squeeze * scale)} ${round((north - latitude) * scale)}`,
  }
}

const round = (value: number) => Math.round(value * 10) / 10

function pathOf(geometry: AreaGeometry, point: (position: readonly number[]) => string): string {
  return ringsOf(geometry)
    .map((ring) => `M${ring.map((position) => point(position)).join('L')}Z`)
    .join('')
}
