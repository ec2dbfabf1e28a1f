import { plainLine, type Block } from './block.ts'

/** A line that opens something of its own even where lines of one paragraph follow each other. */
const opensParagraph = /^\s*\d{1,2}\.(?:\d{1,2}\.?)?\s*["„«]?\p{Lu}/u
const columnTitle = /^\s*(?:tegevus|tähtaeg|osapool|täitmine)\s*$/iu

function standsAlone(line: string): boolean {
  return columnTitle.test(line) || plainLine(line) === ''
}

function rowOf(line: string): Block {
  return { kind: 'row', cells: line.split('\t').map((cell) => [plainLine(cell)].filter((text) => text !== '')) }
}

/**
 * Paragraphs of a plain text. Where blank lines divide paragraphs, lines that follow each other are one wrapped
 * paragraph; where there are hardly any blank lines, each line is a paragraph. A line of hard spaces is an empty
 * paragraph: in a table saved as text it stands for the end of a cell.
 */
export function textBlocks(text: string): Block[] {
  const lines = text.split(/\r\n|[\n\r\f\v\u2028\u2029]/u)
  const blank = lines.filter((line) => /^[ \t]*$/u.test(line)).length
  const isWrapped = blank > lines.length / 5
  const blocks: Block[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', text: plainLine(open.join(' ')) })
    open = []
  }
  for (const line of lines) {
    if (/^[ \t]*$/u.test(line)) close()
    else if ((line.match(/\t/gu)?.length ?? 0) >= 2) {
      close()
      blocks.push(rowOf(line))
    } else {
      if (!isWrapped || opensParagraph.test(line) || standsAlone(line)) close()
      open.push(line)
      if (standsAlone(line)) close()
    }
  }
  close()
  return blocks
}
