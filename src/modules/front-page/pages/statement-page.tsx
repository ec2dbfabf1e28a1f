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
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </PublicPage>
  )
}
