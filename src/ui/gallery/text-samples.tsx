import { Button, ButtonLink } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { DownloadLink, ExternalLink, Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { ReaderContext } from '#ui/reader.ts'

const icons: readonly IconName[] = [
  'menu',
  'search',
  'close',
  'check',
  'done',
  'clock',
  'alert',
  'error',
  'notice',
  'question',
  'arrow',
  'down',
  'right',
  'external',
  'print',
  'download',
  'feed',
]

const text = {
  et: 'Volikogu otsustas rajada Kostivere ja Loo vahele kergliiklustee.',
  en: 'The council decided to build a cycle path between Kostivere and Loo.',
  behind: ['en' as const],
}

export function TextSamples() {
  return (
    <section id="tekst" class="stack">
      <h2>Tekst, lingid ja nupud</h2>
      <div class="text">
        <p>
          Jõelähtme vallas elab 7551 inimest 36 külas ja alevikus. Volikogul on 19 liiget. Istungid on avalikud ja
          igaüks võib neid <Link href="/istungid">otse vaadata</Link> või tulla kohale.
        </p>
        <h3>Kuidas otsus sünnib?</h3>
        <ol>
          <li>Eelnõu avaldatakse vähemalt neli päeva enne istungit.</li>
          <li>Komisjon arutab ja annab arvamuse.</li>
          <li>Volikogu hääletab. Igaühe hääl on protokollis näha.</li>
        </ol>
        <blockquote>
          <p>„Avalikku raha kasutatakse avalikult.“</p>
        </blockquote>
        <p>
          Kehtiv kord on <ExternalLink href="https://www.riigiteataja.ee/">Riigi Teatajas</ExternalLink>.
        </p>
        <DownloadLink href="/failid/protokoll-20.pdf" label="20. istungi protokoll" note="PDF, 184 KB" />
      </div>
      <div class="row">
        <Button>Saada teade</Button>
        <Button variant="secondary">Salvesta mustand</Button>
        <Button variant="danger">Võta taotlus tagasi</Button>
        <Button disabled>Saatmine …</Button>
        <ButtonLink href="/tegevuskava" variant="secondary" small>
          Vaata tegevuskava
        </ButtonLink>
      </div>
      <Disclosure label="Kes näeb minu andmeid?">
        <p>Sinu teadet menetlev ametnik. Iga vaatamine jääb kirja ja sa näed seda oma lehel.</p>
      </Disclosure>
      <h3>Tõlgitud tekst</h3>
      <div class="grid">
        <LocalTextView text={text} />
        <ReaderContext.Provider value={{ language: 'en', timeZone: 'Europe/Tallinn' }}>
          <div lang="en">
            <LocalTextView text={text} />
          </div>
        </ReaderContext.Provider>
        <ReaderContext.Provider value={{ language: 'ru', timeZone: 'Europe/Tallinn' }}>
          <div lang="ru">
            <LocalTextView text={text} />
          </div>
        </ReaderContext.Provider>
      </div>
      <h3>Ikoonid</h3>
      <ul class="row plain-list">
        {icons.map((name) => (
          <li key={name} class="row small quiet">
            <Icon name={name} />
            {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
