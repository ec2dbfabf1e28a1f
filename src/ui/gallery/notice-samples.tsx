import { Card } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Day } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { StatusTag, Tag } from '#ui/status-tag.tsx'

export function NoticeSamples() {
  return (
    <section id="teated" class="stack">
      <h2>Teated ja kaardid</h2>
      <Notice title="Vallamaja on 24. detsembril suletud">
        <p>Avame uuesti esmaspäeval, 28. detsembril kell 8.</p>
      </Notice>
      <Notice tone="success" title="Teade on saadetud">
        <p>Number on 2026-418. Vastame hiljemalt 11. detsembril.</p>
      </Notice>
      <Notice tone="warning" title="Mõisa tee on suletud">
        <p>Tee on suletud 2. detsembrini. Ümbersõit käib Jõe tee kaudu.</p>
      </Notice>
      <Notice tone="danger" title="Häält ei saanud salvestada">
        <p>Hääletus suleti kell 14.05.</p>
      </Notice>
      <div class="grid">
        <Card
          title="Kiige tänava mänguväljak Lool"
          href="/kaasav-eelarve/2026/ideed/7"
          eyebrow="Loo alevik"
          foot="Esitas Mari Tamm"
        >
          <p>Uus kiik, ronila ja pingid vanaematele. Väljak sobib ka ratastooliga lapsele.</p>
          <p>
            <StatusTag tone="success" label="Hääletusel" /> <Tag>12 000 €</Tag>
          </p>
        </Card>
        <Card
          title="Jõelähtme–Kostivere kergliiklustee valgustuse detailplaneeringu avalik väljapanek"
          href="/arutelud/12"
          eyebrow={<Day day="2026-11-18" />}
          foot="Arvamusi 14, tähtaeg 7. detsember"
        >
          <p>Ütle, kas valgustus peaks öösel kustuma.</p>
        </Card>
        <Card title="Neeme rahvamaja" eyebrow="Koht">
          <p>Saal 120 inimesele, köök ja tasuta parkimine.</p>
        </Card>
      </div>
      <EmptyState
        title="Ühtegi avalikku arutelu praegu ei ole"
        action={
          <ButtonLink href="/teavitused" variant="secondary">
            Telli teavitus
          </ButtonLink>
        }
      >
        <p>Kui uus arutelu algab, teatame sellest siin ja vallalehes.</p>
      </EmptyState>
    </section>
  )
}
