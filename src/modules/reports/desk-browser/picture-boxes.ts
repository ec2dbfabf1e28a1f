/** Boxes drawn on the picture fill the first empty fields; what stands in the fields is shown on the picture. */
class PictureBoxes extends HTMLElement {
  private readonly shapes = document.createElementNS('http://www.w3.org/2000/svg', 'svg')

  connectedCallback(): void {
    const picture = this.querySelector('img')
    if (picture === null) return
    picture.draggable = false
    this.style.display = 'inline-block'
    this.style.maxWidth = '100%'
    this.style.position = 'relative'
    this.style.touchAction = 'none'
    // A drawn box would else paint the picture in the colour of selected text.
    this.style.userSelect = 'none'
    this.style.cursor = 'crosshair'
    this.shapes.setAttribute('viewBox', '0 0 100 100')
    this.shapes.setAttribute('preserveAspectRatio', 'none')
    this.shapes.setAttribute('aria-hidden', 'true')
    Object.assign(this.shapes.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' })
    this.append(this.shapes)
    let from: [number, number] | null = null
    this.addEventListener('pointerdown', (event) => {
      from = this.placeOf(event)
      this.setPointerCapture(event.pointerId)
    })
    this.addEventListener('pointermove', (event) => {
      if (from !== null) this.paint(boxOf(from, this.placeOf(event)))
    })
    this.addEventListener('pointerup', (event) => {
      const box = from === null ? null : boxOf(from, this.placeOf(event))
      from = null
      const field = this.fields.find(({ value }) => value.trim() === '')
      if (box !== null && field !== undefined && box[2] > 0.5 && box[3] > 0.5) field.value = box.join(', ')
      this.paint()
    })
    this.closest('form')?.addEventListener('input', () => this.paint())
    this.paint()
  }

  private get fields(): HTMLInputElement[] {
    return [...(this.closest('form')?.querySelectorAll<HTMLInputElement>('input[name^=box]') ?? [])]
  }

  private placeOf(event: PointerEvent): [number, number] {
    const { left, top, width, height } = this.shapes.getBoundingClientRect()
    const share = (part: number, whole: number) => Math.min(100, Math.max(0, (part / whole) * 100))
    return [share(event.clientX - left, width), share(event.clientY - top, height)]
  }

  private paint(drawn?: readonly number[]): void {
    const typed = this.fields.map(({ value }) => value.split(/[,;\s]+/).map(Number))
    const boxes = [...typed, ...(drawn === undefined ? [] : [drawn])].filter(
      (box) => box.length === 4 && box.every((one) => Number.isFinite(one)),
    )
    this.shapes.replaceChildren(
      ...boxes.map(([x, y, width, height]) => {
        const shape = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
        for (const [name, value] of Object.entries({ x, y, width, height })) shape.setAttribute(name, String(value))
        return shape
      }),
    )
  }
}

function boxOf([x1, y1]: [number, number], [x2, y2]: [number, number]): [number, number, number, number] {
  const round = (value: number) => Math.round(value * 10) / 10
  return [round(Math.min(x1, x2)), round(Math.min(y1, y2)), round(Math.abs(x2 - x1)), round(Math.abs(y2 - y1))]
}

customElements.define('picture-boxes', PictureBoxes)
