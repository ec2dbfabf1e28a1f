import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'
import { Moment } from '#ui/moment.tsx'

export function SiteFooter({ frame }: { frame: PageFrame }) {
  const words = uiMessages[frame.language]
  const { contact } = frame.site
  return (
    <footer class="site-footer">
      <div class="wrap footer-columns">
        <section>
          <h2>{words.contact}</h2>
          <address>
            {frame.site.name}
            <br />
            {contact.address}
          </address>
          <ul>
            {contact.phone === '' ? null : (
              <li>
                <a href={`tel:${contact.phone.replaceAll(/[^\d+]/gu, '')}`}>{contact.phone}</a>
              </li>
            )}
            <li>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </li>
          </ul>
          <p>
            {words.openingHours}: {contact.hours}
          </p>
        </section>
        <section>
          <h2>{words.aboutSite}</h2>
          <ul>
            <li>
              <a href={localPath('/ligipaasetavus', frame.language)}>{words.accessibility}</a>
            </li>
            <li>
              <a href={localPath('/privaatsus', frame.language)}>{words.privacy}</a>
            </li>
            <li>
              <a href={localPath('/andmed', frame.language)}>{words.openData}</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{words.openRecords}</h2>
          <p>{words.everythingRecorded}</p>
          {frame.lastEntryAt === null ? null : (
            <p>
              {words.lastEntry} <Moment at={frame.lastEntryAt} />
            </p>
          )}
          <ul>
            <li>
              <a href={localPath('/logi', frame.language)}>{words.publicLog}</a>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  )
}
