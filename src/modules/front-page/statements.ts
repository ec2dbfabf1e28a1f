import type { Language } from '#platform/language.ts'

export type Statement = { title: string; sections: readonly { heading: string; paragraphs: readonly string[] }[] }

type Words = { site: string; email: string }

/** Accessibility statement (AvTS § 32, EN 301 549) and privacy notice (AvTS § 28, GDPR art. 13), per language. */
export const statements: Record<'accessibility' | 'privacy', Record<Language, (words: Words) => Statement>> = {
  accessibility: {
    et: ({ site, email }) => ({
      title: 'Ligipääsetavus',
      sections: [
        {
          heading: 'Mida me järgime',
          paragraphs: [
            `${site} soovib, et veebi saaksid kasutada kõik. Lehed on tehtud WCAG 2.2 AA taseme järgi; seadus nõuab standardit EN 301 549.`,
            'Lehed on tehtud nii, et neid saab kasutada klaviatuuri ja ekraanilugejaga, 200% suurendusega ja ilma skriptita. Värv ei ole ainus märk.',
          ],
        },
        {
          heading: 'Kuidas kontrollime',
          paragraphs: [
            'Avalikud lehed ja ametnike töölaud läbivad enne iga uut versiooni automaatse kontrolli (axe), skriptiga ja ilma. Automaatne kontroll leiab ainult osa takistustest. Graafikute kõrval on samad arvud tabelina.',
          ],
        },
        {
          heading: 'Mis ei ole veel hea',
          paragraphs: [
            'Inimesed, kes kasutavad ekraanilugejat või muud abivahendit, ei ole neid lehti veel katsetanud. Väline hindamine on tegemata.',
            'Üles laaditud failid on sellised, nagu need lisati, ja kõik neist ei ole ligipääsetavad.',
            'Ametnike loodud tekstide tõlge võib eestikeelsest maha jääda. Sellisel juhul on leht eesti keeles ja ütleb seda.',
          ],
        },
        {
          heading: 'Teata takistusest',
          paragraphs: [
            `Kirjuta ${email}. Vastame viie tööpäeva jooksul. Järelevalvet teeb Tarbijakaitse ja Tehnilise Järelevalve Amet (TTJA).`,
          ],
        },
      ],
    }),
    en: ({ site, email }) => ({
      title: 'Accessibility',
      sections: [
        {
          heading: 'What we follow',
          paragraphs: [
            `${site} wants everybody to be able to use this site. Pages are made to WCAG 2.2 level AA; the law asks for EN 301 549.`,
            'Pages are made to be used with a keyboard and a screen reader, at 200% zoom and without script. Colour is not the only sign.',
          ],
        },
        {
          heading: 'How we check',
          paragraphs: [
            'Public pages and the officials’ workspace pass an automatic check (axe) before each new version, with script and without. An automatic check finds only some of the barriers. Beside charts stand the same numbers as a table.',
          ],
        },
        {
          heading: 'What is not good yet',
          paragraphs: [
            'People who use a screen reader or another aid have not tried these pages yet. There has been no outside evaluation.',
            'Uploaded files are as they were added, and not all of them are accessible.',
            'Translations of officials’ texts may fall behind the Estonian. Then the page shows Estonian and says so.',
          ],
        },
        {
          heading: 'Report a barrier',
          paragraphs: [
            `Write to ${email}. We answer within five working days. The Consumer Protection and Technical Regulatory Authority (TTJA) supervises.`,
          ],
        },
      ],
    }),
    ru: ({ site, email }) => ({
      title: 'Доступность',
      sections: [
        {
          heading: 'Чему мы следуем',
          paragraphs: [
            `${site} хочет, чтобы сайтом мог пользоваться каждый. Страницы сделаны по уровню AA WCAG 2.2; закон требует EN 301 549.`,
            'Страницы сделаны так, чтобы ими можно было пользоваться с клавиатурой и программой чтения с экрана, при увеличении 200% и без скриптов. Цвет не единственный знак.',
          ],
        },
        {
          heading: 'Как мы проверяем',
          paragraphs: [
            'Публичные страницы и рабочий стол чиновников перед каждой новой версией проходят автоматическую проверку (axe), со скриптами и без них. Автоматическая проверка находит лишь часть препятствий. Рядом с графиками те же числа в таблице.',
          ],
        },
        {
          heading: 'Что пока не хорошо',
          paragraphs: [
            'Люди, которые пользуются программой чтения с экрана или другими средствами, эти страницы ещё не пробовали. Внешней оценки не было.',
            'Загруженные файлы остаются такими, какими их добавили, и не все они доступны.',
            'Переводы текстов чиновников могут отставать от эстонских. Тогда страница показывает эстонский текст и говорит об этом.',
          ],
        },
        {
          heading: 'Сообщить о препятствии',
          paragraphs: [
            `Пишите на ${email}. Ответим за пять рабочих дней. Надзор ведёт Департамент защиты прав потребителей и технического надзора (TTJA).`,
          ],
        },
      ],
    }),
  },
  privacy: {
    et: ({ site, email }) => ({
      title: 'Privaatsus',
      sections: [
        {
          heading: 'Mida me sinust hoiame',
          paragraphs: [
            `Kui sa ei logi sisse, hoiab ${site} sinu kohta ainult meiliaadressi, mille jätsid lehe jälgimiseks, ja sedagi seni, kuni kirju soovid. Me ei kasuta jälgijaid ega teiste ettevõtete skripte.`,
            'Sisselogimisel saame riigi autentimisteenusest nime ja isikukoodi. Isikukoodi hoiame krüpteeritult. Küpsis on ainult sisselogimise jaoks.',
          ],
        },
        {
          heading: 'Mida teised näevad',
          paragraphs: [
            'Küsimuse või ettepaneku juures on sinu nimi ainult siis, kui sa seda ise soovid. Avalikus logis isikuandmeid ei ole.',
          ],
        },
        {
          heading: 'Kes sinu andmeid vaatas',
          paragraphs: [
            'Iga kord, kui ametnik vaatab sinu isikuandmeid, jääb kirja, millises rollis ja milleks. Näed seda lehel „Minu“.',
          ],
        },
        {
          heading: 'Sinu õigused',
          paragraphs: [
            `Oma andmed saad alla laadida ja kustutada lehel „Minu andmed“. Küsi, paranda või vaidlusta: ${email}. Järelevalvet teeb Andmekaitse Inspektsioon.`,
          ],
        },
      ],
    }),
    en: ({ site, email }) => ({
      title: 'Privacy',
      sections: [
        {
          heading: 'What we keep about you',
          paragraphs: [
            `If you do not sign in, ${site} keeps only the mail address that you left to follow a page, and only as long as you want the letters. We use no trackers and no scripts of other companies.`,
            'When you sign in, the state authentication service gives us your name and personal code. The code is kept encrypted. The cookie is for signing in only.',
          ],
        },
        {
          heading: 'What others see',
          paragraphs: [
            'Your name stands by a question or comment only if you wish. The public log holds no personal data.',
          ],
        },
        {
          heading: 'Who looked at your data',
          paragraphs: [
            'Whenever an official looks at your personal data, the role and the purpose are written down. You see it on “My page”.',
          ],
        },
        {
          heading: 'Your rights',
          paragraphs: [
            `You can download and delete your data on the page “My data”. Ask, correct or contest: ${email}. The Data Protection Inspectorate supervises.`,
          ],
        },
      ],
    }),
    ru: ({ site, email }) => ({
      title: 'Конфиденциальность',
      sections: [
        {
          heading: 'Что мы о вас храним',
          paragraphs: [
            `Если вы не входите, ${site} хранит только адрес почты, который вы оставили, чтобы следить за страницей, и лишь пока вы хотите получать письма. Мы не используем трекеры и чужие скрипты.`,
            'При входе государственная служба аутентификации передаёт нам имя и личный код. Код хранится зашифрованным. Cookie нужен только для входа.',
          ],
        },
        {
          heading: 'Что видят другие',
          paragraphs: [
            'Ваше имя стоит у вопроса или предложения, только если вы этого хотите. В публичном журнале личных данных нет.',
          ],
        },
        {
          heading: 'Кто смотрел ваши данные',
          paragraphs: [
            'Каждый раз, когда чиновник смотрит ваши личные данные, записывается, в какой роли и зачем. Вы видите это на странице «Моё».',
          ],
        },
        {
          heading: 'Ваши права',
          paragraphs: [
            `Скачать и удалить свои данные можно на странице «Мои данные». Спросить, исправить или оспорить: ${email}. Надзор ведёт Инспекция по защите данных.`,
          ],
        },
      ],
    }),
  },
}
