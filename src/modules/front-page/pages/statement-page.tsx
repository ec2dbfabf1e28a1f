import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { statements } from '../statements.ts'

export function StatementPage({ frame, statement }: { frame: PageFrame; statement: keyof typeof statements }) {
  const { title, sections } = statements[statement][frame.language]({
    site: frame.site.name,
    email: frame.site.contact.email,
  })
  return (
    <PublicPage frame={frame} title={title}>
      <h1>{title}</h1>
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading} class="text stack-tight">
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>
              <WithAddress text={paragraph} email={frame.site.contact.email} />
            </p>
          ))}
        </section>
      ))}
    </PublicPage>
  )
}

/** The address within a sentence as a link that opens a letter. */
function WithAddress({ text, email }: { text: string; email: string }) {
  const [before = '', after] = text.split(email, 2)
  if (email === '' || after === undefined) return <>{text}</>
  return (
    <>
      {before}
      <a href={`mailto:${email}`}>{email}</a>
      {after}
    </>
  )
}
