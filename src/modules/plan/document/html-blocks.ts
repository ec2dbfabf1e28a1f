import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { plainLine, type Block } from './block.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const silent = new Set(['head', 'script', 'style', 'template', 'noscript', 'svg', 'math', 'object', 'iframe'])
const blockTags =
  'address article aside blockquote body br caption center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'
const breaking = new Set(blockTags.split(' '))
const mostTags = 40_000
const mostColumns = 40

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function childrenOf(node: Element): Node[] {
  return node.childNodes
}

/** Paragraphs of a piece of the tree: a block, a list entry or a line break ends one. */
function paragraphsOf(nodes: readonly Node[]): string[] {
  const paragraphs: string[] = []
  let open = ''
  const close = () => {
    const text = plainLine(open)
    if (text !== '') paragraphs.push(text)
    open = ''
  }
  const visit = (node: Node) => {
    if (node.nodeName === '#text' && 'value' in node) open += node.value
    if (!isElement(node) || silent.has(node.tagName)) return
    const breaks = breaking.has(node.tagName)
    if (breaks) close()
    for (const child of childrenOf(node)) visit(child)
    if (breaks) close()
  }
  for (const node of nodes) visit(node)
  close()
  return paragraphs
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const written = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1)
  return Number.isInteger(written) && written > 0 ? Math.min(written, mostColumns) : 1
}

function rowsIn(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsIn(child) : []
  })
}

/** Rows as a reader sees them: a cell that reaches down stands in every row that it covers. */
function tableBlocks(table: Element): Block[] {
  const reaching = new Map<number, { paragraphs: string[]; rows: number }>()
  return rowsIn(table).map((row) => {
    const cells: string[][] = []
    const takeReaching = () => {
      for (let from = reaching.get(cells.length); from; from = reaching.get(cells.length)) {
        if (from.rows === 1) reaching.delete(cells.length)
        else reaching.set(cells.length, { ...from, rows: from.rows - 1 })
        cells.push(from.paragraphs)
      }
    }
    for (const cell of childrenOf(row)) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th') || cells.length >= mostColumns) continue
      takeReaching()
      const paragraphs = paragraphsOf(childrenOf(cell))
      const rows = spanOf(cell, 'rowspan')
      if (rows > 1) reaching.set(cells.length, { paragraphs, rows: rows - 1 })
      cells.push(paragraphs)
      for (let more = spanOf(cell, 'colspan'); more > 1; more--) cells.push([])
    }
    takeReaching()
    return { kind: 'row', cells }
  })
}

/** Text and tables of a page in order, or `tooLarge` for a page made to keep the parser busy. */
export function htmlBlocks(html: string): Block[] | 'tooLarge' {
  // Formatting tags say nothing here, and a parser may need quadratic time to untangle thousands of open ones.
  const plain = html.replaceAll(/<\/?(?:a|b|big|code|em|font|i|nobr|s|small|span|strike|strong|tt|u)\b[^<>]*>/giu, '')
  if ((plain.match(/</gu)?.length ?? 0) > mostTags) return 'tooLarge'
  const blocks: Block[] = []
  let loose: Node[] = []
  const flush = () => {
    for (const text of paragraphsOf(loose)) blocks.push({ kind: 'paragraph', text })
    loose = []
  }
  const visit = (node: Node) => {
    if (!isElement(node)) {
      loose.push(node)
      return
    }
    if (silent.has(node.tagName)) return
    const breaks = breaking.has(node.tagName)
    if (breaks) flush()
    if (node.tagName === 'table') blocks.push(...tableBlocks(node))
    else for (const child of childrenOf(node)) visit(child)
    if (breaks) flush()
  }
  for (const child of parse(plain).childNodes) visit(child)
  flush()
  return blocks
}
