import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { differenceOf } from '../difference.ts'
import { editorMessages } from '../messages/editor.ts'
import { formsPaths } from '../paths.ts'
import type { PublishedVersion } from '../queries/forms.ts'
import { EditorFrame, type NamedForm } from './editor-frame.tsx'
import { Changes } from './publication-page.tsx'

type VersionsPageProps = { frame: PageFrame; form: NamedForm; versions: readonly PublishedVersion[] }

/** The form's history: who published what, when and why. */
export function VersionsPage({ frame, form, versions }: VersionsPageProps) {
  const { language } = frame
  const t = editorMessages[language]
  return (
    <EditorFrame frame={frame} title={form.title} form={form} current={formsPaths.versions(form.id)}>
      <Timeline
        entries={versions.map((version, index) => {
          const before = versions[index + 1]
          return {
            key: String(version.number),
            when: <Moment at={version.publishedAt} />,
            title: (
              <>
                <Link href={formsPaths.version(form.id, version.number)}>{t.version(version.number)}</Link>
                {', '}
                {version.publishedBy ?? t.installation}
                {index === 0 ? ` (${t.inUse.toLowerCase()})` : ''}
              </>
            ),
            children: (
              <>
                <p>{before === undefined && version.note === '' ? t.firstVersion : version.note}</p>
                {before === undefined ? null : (
                  <Changes sentences={differenceOf(before.definition, version.definition, language)} />
                )}
              </>
            ),
          }
        })}
      />
    </EditorFrame>
  )
}
