import { todayOf } from '#platform/context.ts'
import type { Dataset } from '#platform/dataset.ts'
import { actPaths } from './paths.ts'
import { findLastChange } from './queries/addresses.ts'
import { listActsById, listIdsAfter } from './queries/acts.ts'
import { listOpenWords } from './queries/versions.ts'
import { publicAct } from './seen-act.ts'

const batch = 200

/** Every act as everybody sees it: what is restricted is empty. */
export const actDatasets: readonly Dataset[] = [
  {
    name: 'acts',
    title: { et: 'Õigusaktid', en: 'Acts', ru: 'Правовые акты' },
    description: {
      et: 'Volikogu ja vallavalitsuse määrused, otsused ja korraldused: number, pealkiri, hääled, jõustumine ja tekst. Piirangu all olevad väljad on tühjad.',
      en: 'Regulations, decisions and orders of the council and the government: number, title, votes, entry into force and text. Restricted fields are empty.',
      ru: 'Постановления, решения и распоряжения собрания и управы: номер, заголовок, голоса, вступление в силу и текст. Ограниченные поля пусты.',
    },
    keywords: [
      { et: 'õigusakt', en: 'legal act', ru: 'правовой акт' },
      { et: 'volikogu otsus', en: 'council decision', ru: 'решение собрания' },
    ],
    theme: 'GOVE',
    frequency: 'CONT',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    columns: [
      { name: 'kogu', title: { et: 'Kogu', en: 'Body', ru: 'Орган' }, type: 'text' },
      {
        name: 'liik',
        title: { et: 'Liik', en: 'Kind', ru: 'Вид' },
        type: 'text',
        explanation: { et: 'regulation – määrus, decision – otsus, order – korraldus' },
      },
      { name: 'number', title: { et: 'Number', en: 'Number', ru: 'Номер' }, type: 'integer' },
      { name: 'pealkiri', title: { et: 'Pealkiri', en: 'Title', ru: 'Заголовок' }, type: 'text', mayBeEmpty: true },
      { name: 'vastu_voetud', title: { et: 'Vastu võetud', en: 'Adopted', ru: 'Принято' }, type: 'date' },
      {
        name: 'teatavaks_tehtud',
        title: { et: 'Tulemus teatavaks tehtud', en: 'Result declared', ru: 'Результат объявлен' },
        type: 'instant',
        mayBeEmpty: true,
      },
      { name: 'avaldatud', title: { et: 'Avaldatud', en: 'Published', ru: 'Опубликовано' }, type: 'instant' },
      {
        name: 'seis',
        title: { et: 'Seis', en: 'Status', ru: 'Состояние' },
        type: 'text',
        explanation: { et: 'stated, signed, in-force, amended, repealed, annulled' },
      },
      { name: 'joustumine', title: { et: 'Jõustumine', en: 'In force', ru: 'В силе' }, type: 'date', mayBeEmpty: true },
      { name: 'poolt', title: { et: 'Poolt', en: 'For', ru: 'За' }, type: 'integer', mayBeEmpty: true },
      { name: 'vastu', title: { et: 'Vastu', en: 'Against', ru: 'Против' }, type: 'integer', mayBeEmpty: true },
      {
        name: 'erapooletuid',
        title: { et: 'Erapooletuid', en: 'Abstained', ru: 'Воздержались' },
        type: 'integer',
        mayBeEmpty: true,
      },
      {
        name: 'riigi_teataja',
        title: { et: 'Riigi Teataja viide', en: 'Reference in Riigi Teataja', ru: 'Ссылка Riigi Teataja' },
        type: 'text',
        mayBeEmpty: true,
      },
      {
        name: 'piirangu_alus',
        title: { et: 'Piirangu alus', en: 'Ground of restriction', ru: 'Основание ограничения' },
        type: 'text',
        mayBeEmpty: true,
      },
      { name: 'tekst', title: { et: 'Tekst', en: 'Text', ru: 'Текст' }, type: 'text', mayBeEmpty: true },
      { name: 'istung', title: { et: 'Istung', en: 'Sitting', ru: 'Заседание' }, type: 'address', mayBeEmpty: true },
      { name: 'leht', title: { et: 'Leht', en: 'Page', ru: 'Страница' }, type: 'address' },
    ],
    rows: async function* (ctx) {
      const today = todayOf(ctx)
      let last = 0
      for (;;) {
        const ids = await listIdsAfter(ctx.db, last, batch)
        if (ids.length === 0) return
        last = ids.at(-1)!.sequence
        const seen = (
          await listActsById(
            ctx.db,
            ids.map(({ id }) => id),
          )
        ).map((act) => publicAct(act, today))
        const readable = seen.filter(({ mayReadText }) => mayReadText).map(({ id }) => id)
        const words = await listOpenWords(ctx.db, readable)
        yield seen.map((act) => {
          const counts = act.origin?.vote?.counts ?? null
          return {
            kogu: act.body.name.et,
            liik: act.kind,
            number: act.number,
            pealkiri: act.title,
            vastu_voetud: act.adoptedOn,
            teatavaks_tehtud: act.adoptedAt,
            avaldatud: act.publishedAt,
            seis: act.state,
            joustumine: act.inForceOn,
            poolt: counts?.for ?? null,
            vastu: counts?.against ?? null,
            erapooletuid: counts?.abstained ?? null,
            riigi_teataja: act.gazetteReference === '' ? null : act.gazetteReference,
            piirangu_alus: act.closed?.basis ?? null,
            tekst: words.get(act.id) ?? null,
            istung: act.origin === null ? null : `/istungid/${act.origin.meeting}`,
            leht: actPaths.act(act.slug),
          }
        })
      }
    },
    modified: ({ db }) => findLastChange(db),
  },
]
