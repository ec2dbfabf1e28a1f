/** The worker that opens some pages without a line: on devices where the site is an app, and where a page asks for it. */
async function stay(): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }
  await serviceWorker?.register('/sw.js', { updateViaCache: 'none' })
  const ready = await serviceWorker?.ready
  ready?.active?.postMessage({ keep: document.documentElement.lang })
}

// Without a worker the site is as it was.
const tryToStay = () => void stay().catch(() => undefined)

document.addEventListener('stay-on-device', tryToStay)
if (window.matchMedia('(display-mode: standalone)').matches) window.addEventListener('load', tryToStay)
