export type SeriesLook = 'fill' | 'outline'

/** Series differ by pattern as well as colour: plain, stripes, dots, upright lines, crossed. */
export function SeriesPatterns({ id, count }: { id: string; count: number }) {
  return (
    <defs>
      {patternMarks.slice(0, count).map((mark, index) => (
        <pattern key={seriesClass(index)} id={patternId(id, index)} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class={`${seriesClass(index)} chart-fill`} width="8" height="8" />
          {mark}
        </pattern>
      ))}
    </defs>
  )
}

const patternMarks = [
  null,
  <path key="stripes" class="pattern-line" d="M-2 2l4-4M0 8l8-8M6 10l4-4" />,
  <circle key="dots" class="pattern-dot" cx="4" cy="4" r="1.5" />,
  <path key="upright" class="pattern-line" d="M4 0v8" />,
  <path key="crossed" class="pattern-line" d="M0 4h8M4 0v8" />,
]

/** An outlined series takes no pattern: the first filled one stays plain. */
export function fillIndex(series: readonly { look?: SeriesLook | undefined }[], index: number): number {
  return series.slice(0, index).filter(({ look }) => look !== 'outline').length
}

export const maximumSeries = patternMarks.length

export const seriesClass = (index: number) => `series-${(index % maximumSeries) + 1}`

export const patternId = (id: string, index: number) => `${id}-p${(index % maximumSeries) + 1}`

type LegendProps = { id: string; series: readonly { label: string; look?: SeriesLook | undefined }[] }

export function Legend({ id, series }: LegendProps) {
  return (
    <ul class="legend">
      {series.map(({ label, look }, index) => (
        <li key={label}>
          <svg class="legend-swatch" aria-hidden="true" focusable="false">
            {look === 'outline' ? (
              <rect class="chart-outline" x="1" y="1" width="18" height="14" />
            ) : (
              <rect
                class="chart-segment"
                width="20"
                height="16"
                fill={`url(#${patternId(id, fillIndex(series, index))})`}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
