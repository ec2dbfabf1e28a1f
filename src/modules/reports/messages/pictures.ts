import type { Language } from '#platform/language.ts'

const et = {
  pictures: 'Kata osa pildist',
  picture: (number: number) => `Pilt ${number}`,
  title: 'Kata osa pildist',
  lead: 'Kaetud osa asemel näevad kõik musta kasti. Pilti, nagu see oli, saab avada ainult põhjusega; avamine jääb kirja ja saatja näeb seda.',
  draw: 'Tõmba pildile kastid. Klaviatuuriga või ilma skriptita kirjuta need allpool arvudena.',
  box: (number: number) => `Kast ${number}`,
  boxHint: 'Vasakult, ülevalt, laius, kõrgus protsentides, näiteks 10, 20, 30, 15.',
  button: 'Kata',
  originals: 'Pildid enne katmist',
  reason: 'Miks on vaja näha',
  open: 'Ava pilt, nagu see oli',
  opened: 'Pilt, nagu see oli',
  openedLead: 'Avamine on kirjas koos põhjusega. Aadress kehtib kümme minutit ja ainult sulle.',
  errors: {
    boxWrong: 'Kirjuta neli arvu: vasakult, ülevalt, laius, kõrgus.',
    whyOpen: 'Kirjuta, miks sul on vaja pilti näha.',
    noBoxes: 'Tõmba vähemalt üks kast.',
    notAPicture: 'Seda pilti alles kontrollitakse. Proovi hetke pärast uuesti.',
  },
}
type Words = typeof et

const en: Words = {
  pictures: 'Cover a part of a picture',
  picture: (number) => `Picture ${number}`,
  title: 'Cover a part of a picture',
  lead: 'Everybody sees a black box in place of what is covered. The picture as it was can be opened only with a reason; that is recorded, and the sender sees it.',
  draw: 'Draw boxes on the picture. By keyboard or without script write them below as numbers.',
  box: (number) => `Box ${number}`,
  boxHint: 'From the left, from the top, width, height in per cent, for example 10, 20, 30, 15.',
  button: 'Cover',
  originals: 'Pictures before covering',
  reason: 'Why it must be seen',
  open: 'Open the picture as it was',
  opened: 'The picture as it was',
  openedLead: 'The opening is recorded with its reason. The address holds for ten minutes, for you alone.',
  errors: {
    boxWrong: 'Write four numbers: from the left, from the top, width, height.',
    whyOpen: 'Write why you need to see the picture.',
    noBoxes: 'Draw at least one box.',
    notAPicture: 'This picture is still being checked. Try again in a moment.',
  },
}

const ru: Words = {
  pictures: 'Закрыть часть снимка',
  picture: (number) => `Снимок ${number}`,
  title: 'Закрыть часть снимка',
  lead: 'Вместо закрытой части все видят чёрный прямоугольник. Исходный снимок открывают только с причиной; это записывается, и отправитель это видит.',
  draw: 'Нарисуйте прямоугольники на снимке. С клавиатуры или без скрипта запишите их ниже числами.',
  box: (number) => `Прямоугольник ${number}`,
  boxHint: 'Слева, сверху, ширина, высота в процентах, например 10, 20, 30, 15.',
  button: 'Закрыть',
  originals: 'Снимки до закрытия',
  reason: 'Зачем нужно видеть',
  open: 'Открыть исходный снимок',
  opened: 'Исходный снимок',
  openedLead: 'Открытие записано вместе с причиной. Адрес действует десять минут и только для вас.',
  errors: {
    boxWrong: 'Напишите четыре числа: слева, сверху, ширина, высота.',
    whyOpen: 'Напишите, зачем вам нужно видеть снимок.',
    noBoxes: 'Нарисуйте хотя бы один прямоугольник.',
    notAPicture: 'Этот снимок ещё проверяется. Попробуйте чуть позже.',
  },
}

export const pictureMessages: Record<Language, Words> = { et, en, ru }
