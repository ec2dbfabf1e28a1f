import { defineConfig } from 'vite'

/** What browsers load: one style sheet, one small script, and a script per page that needs more. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: 'src/ui/public',
  build: {
    outDir: 'dist/client',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      input: [
        'src/ui/styles/main.css',
        'src/ui/browser/main.ts',
        'src/modules/forms/browser/form-conditions.ts',
        'src/modules/reports/browser/map.css',
        'src/modules/reports/browser/photo-care.ts',
        'src/modules/reports/browser/place-picker.ts',
        'src/modules/reports/browser/reports-map.ts',
      ],
    },
  },
})
