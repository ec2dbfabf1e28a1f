import type { ComponentChildren } from 'preact'
import { localPath } from '#ui/links.ts'
import type { Letter, LetterBlock } from './letter.ts'

export type MailFrame = {
  origin: string
  siteName: string
  /** Who writes, why the reader gets this, and how it stops: small print under the letter. */
  footer: readonly { text: string; path?: string }[]
}

// Mail programs know no style sheets of a site; these few rules stand in the letter itself.
const style = `body{margin:0;padding:24px 16px;background:#fff;color:#17202b;font:16px/1.5 Roboto,Arial,sans-serif}
main,footer{max-width:36rem;margin:0 auto}h1{font-size:22px;line-height:1.3;font-weight:500}h2{font-size:18px;font-weight:500}
a{color:#005aa3}.button{display:inline-block;padding:10px 20px;border-radius:4px;background:#005aa3;color:#fff;text-decoration:none}
ul{padding-left:20px}footer{margin-top:32px;padding-top:16px;border-top:1px solid #d5dbe3;font-size:13px;color:#4b5768}`

/** A letter as a page: its HTML part, from which the plain text is made too. */
export function MailPage({ letter, frame }: { letter: Letter; frame: MailFrame }) {
  const address = (path: string) => frame.origin + localPath(path, letter.language)
  return (
    <html lang={letter.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{letter.subject}</h1>
          {letter.blocks.map((block, at) => (
            <Block key={at} block={block} address={address} />
          ))}
        </main>
        <footer>
          {frame.footer.map((line) => (
            <p key={line.text}>
              <Linked {...line} address={address} />
            </p>
          ))}
        </footer>
      </body>
    </html>
  )
}

type Address = (path: string) => string

function Block({ block, address }: { block: LetterBlock; address: Address }) {
  if ('paragraph' in block) return <p>{block.paragraph}</p>
  if ('heading' in block) {
    return (
      <h2>
        <Linked text={block.heading} path={block.path} address={address} />
      </h2>
    )
  }
  if ('button' in block) {
    return (
      <p>
        <a class="button" href={address(block.path)}>
          {block.button}
        </a>
      </p>
    )
  }
  return (
    <ul>
      {block.lines.map((line, at) => (
        <li key={at}>
          <Linked {...line} address={address} />
        </li>
      ))}
    </ul>
  )
}

type LinkedProps = { text: string; path?: string | undefined; address: Address }

function Linked({ text, path, address }: LinkedProps): ComponentChildren {
  return path === undefined ? text : <a href={address(path)}>{text}</a>
}
