import type { PdfBlock, PdfText } from '#platform/typst/pdf-document.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Link } from '#ui/link.tsx'

/** Blocks of a document as a page shows them; headings begin at the second level, below the page's own. */
export function BlocksView({ blocks }: { blocks: readonly PdfBlock[] }) {
  return (
    <div class="stack">
      {blocks.map((block, at) => (
        <Block key={`${at}`} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { block: PdfBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? (
        <h3>
          <Runs text={block.text} />
        </h3>
      ) : (
        <h2>
          <Runs text={block.text} />
        </h2>
      )
    case 'paragraph':
      return (
        <p class={block.look === 'quiet' ? 'quiet small' : 'local-text'}>
          <Runs text={block.text} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.entries.map((entry, at) => (
            <li key={`${at}`}>
              <Runs text={entry} />
            </li>
          ))}
        </ul>
      )
    case 'definitions':
      return (
        <DefinitionList
          definitions={block.entries.map(([term, definition]) => ({ term, definition: <Runs text={definition} /> }))}
        />
      )
    default:
      return null
  }
}

function Runs({ text }: { text: PdfText }) {
  if (typeof text === 'string') return <>{text}</>
  return (
    <>
      {text.map(({ text: words, strong, language, href }, at) => {
        const inner = strong === true ? <strong>{words}</strong> : words
        const key = `${at}`
        if (href !== undefined)
          return (
            <Link key={key} href={href}>
              {inner}
            </Link>
          )
        return language === undefined ? (
          <span key={key}>{inner}</span>
        ) : (
          <span key={key} lang={language}>
            {inner}
          </span>
        )
      })}
    </>
  )
}
