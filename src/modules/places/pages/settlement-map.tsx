import { OutlineMap } from '#ui/charts/outline-map.tsx'
import { useReader } from '#ui/reader.ts'
import { placeMessages } from '../messages.ts'
import { placePaths } from '../paths.ts'
import { nameOfSettlement, type Settlement } from '../rules.ts'

/** Every settlement's outline with its source; one may be highlighted. */
export function SettlementMap({ settlements, ehak }: { settlements: readonly Settlement[]; ehak?: string }) {
  const { language } = useReader()
  const t = placeMessages[language]
  const chosen = settlements.find((one) => one.ehak === ehak)
  const areas = settlements.map((one) => ({
    key: one.ehak,
    label: nameOfSettlement(one, language),
    href: placePaths.show(one.ehak),
    geometry: one.outline,
  }))
  return (
    <figure class="stack-tight">
      <OutlineMap
        title={t.mapTitle}
        description={chosen === undefined ? t.mapDescription : t.mapOne(nameOfSettlement(chosen, language))}
        areas={areas}
        highlightedKey={ehak}
      />
      <figcaption class="quiet small">{t.source}</figcaption>
    </figure>
  )
}
