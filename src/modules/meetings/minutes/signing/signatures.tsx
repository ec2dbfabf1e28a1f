import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { signingMessages } from './messages.ts'
import type { SignedMinutes } from './queries.ts'

/** Who has signed and when, as the containers say, and what is known of their validity. */
export function Signatures({ signed }: { signed: readonly SignedMinutes[] }) {
  const t = signingMessages[useReader().language]
  return (
    <section class="stack-tight">
      <h2>{t.signatures}</h2>
      <ul>
        {signed.map(({ id, signatures, verdict }) => (
          <li key={id}>
            {signatures.map(({ name, at }, place) => (
              <p key={`${place}`}>
                {t.signedBy(name)}
                {at === null ? null : (
                  <>
                    , <Moment at={new Date(at)} />
                  </>
                )}
              </p>
            ))}
            <p class="small quiet">{verdict === null ? t.notChecked : t.checked(verdict.valid, verdict.all)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
