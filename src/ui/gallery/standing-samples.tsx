import { MonthGrid } from '#ui/charts/month-grid.tsx'
import { MarkStrip } from '#ui/mark-strip.tsx'
import { Day, Moment } from '#ui/moment.tsx'
import type { MonthMark } from '#ui/month-mark.ts'
import { Progress } from '#ui/progress.tsx'
import { Sparkline } from '#ui/sparkline.tsx'
import { Stat } from '#ui/stat.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Tone } from '#ui/tone.ts'

const words: Record<Tone, string> = {
  success: 'täidetud',
  warning: 'peagi',
  danger: 'hilinenud',
  info: 'alustamata',
  neutral: 'peatatud',
}

const chapters: readonly { heading: string; tones: readonly Tone[] }[] = [
  {
    heading: 'Avatud otsustamine',
    tones: ['success', 'success', 'success', 'warning', 'success', 'success', 'success', 'success'],
  },
  { heading: 'Raha', tones: ['success', 'success', 'danger', 'success', 'success', 'warning'] },
  { heading: 'Kaasamine', tones: ['success', 'success', 'success', 'success', 'info', 'success', 'success'] },
  {
    heading: 'Teenused',
    tones: ['success', 'warning', 'success', 'success', 'success', 'danger', 'success', 'success'],
  },
  {
    heading: 'Kogukonnad',
    tones: ['success', 'success', 'warning', 'neutral', 'success', 'success', 'success', 'success'],
  },
]

const strip = chapters.map(({ heading, tones }, chapter) => ({
  heading,
  marks: tones.map((tone, index) => ({
    href: `/tegevuskava/${chapter + 1}-${index + 1}`,
    label: `Lubadus ${chapter + 1}.${index + 1}`,
    status: words[tone],
    tone,
  })),
}))

const marksOf = (letters: string) =>
  Array.from(letters, (letter): MonthMark =>
    letter === 'k' ? 'kept' : letter === 'm' ? 'missed' : letter === 'd' ? 'due' : 'none',
  )

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`)

const promises = [
  {
    key: '1.1',
    label: '1.1 Protokoll avaldatakse seitsme tööpäevaga',
    href: '/tegevuskava/1-1',
    marks: marksOf('kkkkkknkkkkd'),
  },
  { key: '2.3', label: '2.3 Eelarve täitmise kuuülevaade', href: '/tegevuskava/2-3', marks: marksOf('kkmkkknkkmdd') },
  { key: '3.2', label: '3.2 Külavanemate ümarlaud', href: '/tegevuskava/3-2', marks: marksOf('nnknnknnknnd') },
]

export function StandingSamples({ now }: { now: Date }) {
  return (
    <section id="seisud" class="stack">
      <h2>Kuidas on läinud</h2>
      <div class="row">
        <StatusTag tone="success" label="Täidetud" />
        <StatusTag tone="warning" label="Peagi" />
        <StatusTag tone="danger" label="Hilinenud" />
        <StatusTag tone="info" label="Alustamata" />
        <StatusTag tone="neutral" label="Peatatud" />
      </div>
      <h3>Tegevuskava 37 lubadust</h3>
      <div class="stack">
        {/* Headings of the strip stand one level below the section. */}
        <MarkStrip groups={strip} />
      </div>
      <div class="grid grid-small">
        <Stat number="22,0 mln €" label="Valla eelarve 2026" asOf="2026-11-20" href="/eelarve" />
        <Stat number="31 / 37" label="lubadust on täidetud" asOf="2026-11-23" />
        <Stat number="3,2" label="tööpäeva keskmise vastuseni" asOf="2026-10-31" />
      </div>
      <Progress label="Koosolekul osaleb" done={17} total={19} />
      <p class="row">
        Eelarve kuuülevaade <Sparkline label="Eelarve kuuülevaade" months={marksOf('kkmkkknkkmdd')} />
      </p>
      <MonthGrid
        caption="Lubadused kuude kaupa, 2026"
        rowLabel="Lubadus"
        months={months}
        currentMonth="2026-11"
        rows={promises}
      />
      <h3>Ajalugu</h3>
      <Timeline
        entries={[
          {
            key: '3',
            when: <Moment at={new Date(now.getTime() - 180_000)} />,
            title: 'Protokoll avaldati',
            tone: 'success',
          },
          {
            key: '2',
            when: <Day day="2026-11-19" />,
            title: 'Volikogu võttis otsuse vastu 12 : 5',
            children: <p>Erapooletuid ei olnud, hääletamata jättis 2.</p>,
          },
          { key: '1', when: <Day day="2026-11-02" />, title: 'Vastus hilines kahe tööpäeva võrra', tone: 'danger' },
        ]}
      />
    </section>
  )
}
