import { defineConfig } from 'vite'

/** The server's programs, each one file; packages stay in node_modules. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node26',
    sourcemap: true,
    minify: false,
    rollupOptions: process.argv.includes('bench/main.ts')
      ? {}
      : {
          input: [
            'src/main.ts',
            'src/worker.ts',
            'src/cli.ts',
            'src/modules/files/workbench/file-workbench.ts',
            'src/platform/typst/typesetter.ts',
          ],
        },
  },
})
