import type { Config } from '../config.ts'
import type { Site } from '../site.ts'

const isLocal = (host: string) => /^(?:localhost|127\.|\[)|\.localhost$/.test(host)

/** The outside address of a site where no request tells it: in letters. */
export function siteOrigin(config: Config, { settings }: Pick<Site, 'settings'>): string {
  if (config.baseUrl === null) return `http://localhost:${config.port}`
  const base = new URL(config.baseUrl)
  const own = settings.hosts.find((host) => !isLocal(host))
  if (!settings.hosts.includes(base.hostname) && own !== undefined) base.hostname = own
  return base.origin
}
