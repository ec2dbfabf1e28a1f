import { build, defineConfig, type Plugin } from 'vite'

const outDir = 'dist/client'

/** The service worker: one plain script without imports, which every browser that has workers can run. */
const appWorker: Plugin = {
  name: 'app-worker',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2022',
        rollupOptions: {
          input: 'src/modules/reports/browser/app-worker.ts',
          output: { format: 'iife', entryFileNames: 'app-worker.js' },
        },
      },
    })
  },
}

/** What browsers load: one style sheet, one small script, and a script per page that needs more. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [appWorker],
  publicDir: 'src/ui/public',
  build: {
    outDir,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      input: [
        'src/ui/styles/main.css',
        'src/ui/browser/main.ts',
        'src/modules/ballots/browser/archive-check.ts',
        'src/modules/ballots/browser/archive-worker.ts',
        'src/modules/forms/browser/form-conditions.ts',
        'src/modules/meetings/browser/meeting-replay.ts',
        'src/modules/meetings/browser/result-check.ts',
        'src/modules/reports/browser/map.css',
        'src/modules/reports/desk-browser/answer-template.ts',
        'src/modules/reports/desk-browser/picture-boxes.ts',
        'src/modules/reports/desk-browser/report-rows.ts',
        'src/modules/reports/browser/device-reports.ts',
        'src/modules/reports/browser/device.css',
        'src/modules/reports/browser/report-form.ts',
        'src/modules/reports/browser/place-picker.ts',
        'src/modules/reports/browser/reports-map.ts',
      ],
    },
  },
})
