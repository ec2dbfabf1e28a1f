import type { Config } from '#platform/config.ts'
import { readText, type Language } from '#platform/language.ts'
import { buildMessage, type Message } from '#platform/mail/build-message.ts'
import type { Letter } from '#platform/mail/letter.ts'
import type { MailFrame } from '#platform/mail/mail-page.tsx'
import { renderLetter, type RenderedLetter } from '#platform/mail/render-letter.tsx'
import { siteOrigin } from '#platform/mail/site-origin.ts'
import type { Site } from '#platform/site.ts'
import { localPath } from '#ui/links.ts'
import { letterMessages } from './messages/letters.ts'
import { notificationPaths, preferencePaths } from './paths.ts'
import { readList, type Purpose } from './rules.ts'
import { makeMailToken, makeReaderToken } from './tokens.ts'

export type MailToRender = {
  id: number
  purpose: Purpose
  list: string | null
  language: Language
  letter: Letter
  address: { id: string; addressKey: string } | null
}

export type Sender = { site: Pick<Site, 'name' | 'settings' | 'keys'>; config: Config; origin: string }

export function senderOf(site: Sender['site'], config: Config): Sender {
  return { site, config, origin: siteOrigin(config, site) }
}

/** The key to the reader's own page; null for a letter to an address that is not kept. */
function tokenOf({ site }: Sender, { address, list }: MailToRender): string | null {
  if (address === null) return null
  return makeReaderToken(site.keys, address, (list && readList(list)) || { what: 'everything', key: '' })
}

function frameOf(sender: Sender, mail: MailToRender): MailFrame {
  const { settings } = sender.site
  const t = letterMessages[mail.language]
  const siteName = readText(settings.name, mail.language).text
  const contact = [settings.contact.address, settings.contact.email].filter((part) => part !== '').join(', ')
  const token = mail.purpose === 'confirm' ? null : tokenOf(sender, mail)
  return {
    origin: sender.origin,
    siteName,
    footer: [
      { text: t.why[mail.purpose] },
      ...(token === null ? [] : [{ text: t.preferences, path: notificationPaths.reader(token) }]),
      { text: t.from(siteName, contact === '' ? '' : `, ${contact}`) },
    ],
  }
}

/** Both parts of a letter as its reader gets them. */
export function renderMail(sender: Sender, mail: MailToRender): Promise<RenderedLetter> {
  return renderLetter(mail.letter, frameOf(sender, mail))
}

/** The whole message; null when there is no address that mail could go to. */
export async function composeMail(
  sender: Sender,
  mail: MailToRender & { to: string; createdAt: Date },
): Promise<Message | null> {
  const { site, origin } = sender
  const token = tokenOf(sender, mail)
  const path = token === null || mail.list === null ? null : preferencePaths.stop(notificationPaths.reader(token))
  return buildMessage({
    ...(await renderMail(sender, mail)),
    token: makeMailToken(site.keys, mail.id),
    from: { name: readText(site.settings.name, mail.language).text, address: fromAddress(sender) },
    replyTo: site.settings.contact.email,
    to: mail.to,
    subject: mail.letter.subject,
    language: mail.language,
    date: mail.createdAt,
    list:
      path === null
        ? null
        : { key: `${mail.purpose}.${site.name}`, unsubscribeUrl: origin + localPath(path, mail.language) },
  })
}

function fromAddress({ config, origin }: Sender): string {
  return config.mailFrom ?? `avavald@${new URL(origin).hostname}`
}
