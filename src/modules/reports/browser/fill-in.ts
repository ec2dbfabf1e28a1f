/** `fillIn('{count} teadet', { count: 3 })` */
export function fillIn(sentence: string, parts: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parts[name] ?? whole))
}
