import type { Language } from '../language.ts'
import { doubleMethods, type DemoPerson } from './demo-person.ts'

const words = {
  et: {
    title: 'Autentimisteenus (näidis)',
    lead: 'See leht mängib riigi autentimisteenust TARA. Vali, kellena sisse logid.',
    person: 'Isik',
    code: 'Või muu isikukood',
    codeHint: 'Jäta tühjaks, kui valisid isiku ülalt.',
    wrong: 'See ei ole kehtiv isikukood. Kontrolli numbreid.',
    method: 'Viis',
    submit: 'Logi sisse',
    cancel: 'Katkesta',
    resident: 'elanik',
    methods: { smartid: 'Smart-ID', mID: 'Mobiil-ID', idcard: 'ID-kaart' },
  },
  en: {
    title: 'Authentication service (demo)',
    lead: 'This page plays the state authentication service TARA. Choose as whom you sign in.',
    person: 'Person',
    code: 'Or another personal code',
    codeHint: 'Leave empty if you chose a person above.',
    wrong: 'This is not a valid personal code. Check the digits.',
    method: 'Method',
    submit: 'Sign in',
    cancel: 'Cancel',
    resident: 'resident',
    methods: { smartid: 'Smart-ID', mID: 'Mobile-ID', idcard: 'ID card' },
  },
  ru: {
    title: 'Служба аутентификации (демо)',
    lead: 'Эта страница изображает государственную службу аутентификации TARA. Выберите, кем войти.',
    person: 'Лицо',
    code: 'Или другой личный код',
    codeHint: 'Оставьте пустым, если выбрали лицо выше.',
    wrong: 'Это не действительный личный код. Проверьте цифры.',
    method: 'Способ',
    submit: 'Войти',
    cancel: 'Отменить',
    resident: 'житель',
    methods: { smartid: 'Smart-ID', mID: 'Mobiil-ID', idcard: 'ID-карта' },
  },
}

/** TARA's own page in the demo: pick a person and a method, without script. */
export function PickPersonPage(props: {
  action: string
  people: readonly DemoPerson[]
  language: Language
  styles: readonly string[]
  hint: string
  wrongCode: boolean
}) {
  const t = words[props.language]
  return (
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {props.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <main id="main" class="wrap page">
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          <form method="post" action={props.action} class="form">
            <div class="field">
              <label for="person">{t.person}</label>
              <select id="person" name="person" class="input">
                {props.people.map((person) => (
                  <option key={person.code} value={person.code} selected={person.code === props.hint}>
                    {`${person.givenName} ${person.familyName} – ${person.roles.join(', ') || t.resident}`}
                  </option>
                ))}
              </select>
            </div>
            <div class="field">
              <label for="code">{t.code}</label>
              <p id="code-hint" class="hint">
                {props.wrongCode ? t.wrong : t.codeHint}
              </p>
              <input
                id="code"
                name="code"
                class="input input-short"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby="code-hint"
                aria-invalid={props.wrongCode ? 'true' : undefined}
              />
            </div>
            <fieldset class="fieldset choices field">
              <legend>{t.method}</legend>
              {doubleMethods.map((method) => (
                <div key={method} class="choice">
                  <input type="radio" id={method} name="method" value={method} checked={method === 'smartid'} />
                  <label for={method}>{t.methods[method]}</label>
                </div>
              ))}
            </fieldset>
            <div class="row">
              <button type="submit" class="button">
                {t.submit}
              </button>
              <button type="submit" name="cancel" value="1" class="button button-secondary">
                {t.cancel}
              </button>
            </div>
          </form>
        </main>
      </body>
    </html>
  )
}
