import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { galleryParts } from '#ui/gallery/gallery-frame.ts'
import { ChartSamples } from '#ui/gallery/chart-samples.tsx'
import { FormSamples } from '#ui/gallery/form-samples.tsx'
import { ListSamples } from '#ui/gallery/list-samples.tsx'
import { NoticeSamples } from '#ui/gallery/notice-samples.tsx'
import { StandingSamples } from '#ui/gallery/standing-samples.tsx'
import { TextSamples } from '#ui/gallery/text-samples.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { SectionNav } from '#ui/section-nav.tsx'

/** Every component in every state, for whoever builds a page and for the accessibility test. */
export function GalleryPage({ frame }: { frame: PageFrame }) {
  return (
    <PublicPage frame={frame} title="Kujundussüsteem" description="Kõik lehe osad kõigis olekutes." wide>
      <Breadcrumbs links={[{ label: 'Arendajale', path: '/dev' }]} />
      <h1>Kujundussüsteem</h1>
      <p class="lead">Kõik osad, millest lehed koosnevad, kõigis olekutes. Sisu on näidis.</p>
      <SectionNav links={galleryParts} label="Kujundussüsteemi osad" />
      <div class="stack-loose">
        <TextSamples />
        <NoticeSamples />
        <FormSamples />
        <ListSamples />
        <StandingSamples now={frame.now} />
        <ChartSamples />
      </div>
    </PublicPage>
  )
}
