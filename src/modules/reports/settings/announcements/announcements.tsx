import { readText } from '#platform/language.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { announcementMessages } from './messages.ts'
import type { Announcement } from './queries.ts'

export type AnnouncementsProps = {
  announcements: readonly Announcement[]
  /** The settlement that was chosen; what is said of others stays folded. */
  settlement: string | null
  withOthers?: boolean
}

/** What the municipality says to whoever is about to report. */
export function Announcements({ announcements, settlement, withOthers = false }: AnnouncementsProps) {
  const { language } = useReader()
  const t = announcementMessages[language]
  const isNear = (one: Announcement) => one.settlement === null || one.settlement.ehak === settlement
  const others = withOthers ? announcements.filter((one) => !isNear(one)) : []
  return (
    <>
      {announcements.filter(isNear).map(({ id, text, settlement: place }) => (
        <Notice key={id} tone="warning" {...(place === null ? {} : { title: nameOfSettlement(place, language) })}>
          <LocalTextView text={text} />
        </Notice>
      ))}
      {others.length === 0 ? null : (
        <div data-announcements="">
          <Disclosure label={`${t.ofAreas} (${others.length})`}>
            <ul class="plain-list ruled">
              {others.map(({ id, text, settlement: place }) => (
                <li key={id} data-of={place?.ehak ?? ''}>
                  <strong>{place === null ? t.everywhere : nameOfSettlement(place, language)}</strong>:{' '}
                  {readText(text, language).text}
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </>
  )
}
