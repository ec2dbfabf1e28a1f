import type { LocalText } from '#platform/language.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import pointsFile from './examples/kumme-punkti.pb?raw'
import sharesFile from './examples/kuus-ja-neli.pb?raw'
import { listSiteExamples } from './rulebook/site-rules.ts'

export type Example = { key: string; name: LocalText; read: () => Uint8Array }

const invented: readonly Example[] = [
  {
    key: 'kuus-ja-neli',
    name: {
      et: 'Kuus tahavad üht, neli teist',
      en: 'Six want one thing, four another',
      ru: 'Шестеро хотят одного, четверо другого',
    },
    read: () => new TextEncoder().encode(sharesFile),
  },
  {
    key: 'kumme-punkti',
    name: { et: 'Kümme punkti jagada', en: 'Ten points to share out', ru: 'Десять баллов на каждого' },
    read: () => new TextEncoder().encode(pointsFile),
  },
]

/** Files of votes to try the rules on: the municipality's own, then those that come with the program. */
export const listExamples = (files: SiteFiles): readonly Example[] => [...listSiteExamples(files), ...invented]
