import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The browser's part: sources in src/web, built to dist/web with hashed names, served by `opendistrict serve`.
 * Floor of browsers: docs/adr/0020-browser-floor.md.
 */
export default defineConfig(({ command, isSsrBuild }) => {
  // What is built is what people get, also where a shell or a test runner says NODE_ENV=development or test: its libraries
  // would then be their slow halves with checks, and their parts would all carry the id "test-id".
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  // The public pages are drawn on the server: one module that brings everything it needs with it.
  if (isSsrBuild) {
    return {
      root: 'src/web', plugins: [react()], ssr: { noExternal: true }, define: { 'process.env.NODE_ENV': '"production"' },
      build: { outDir: '../../dist/portal', emptyOutDir: true, target: 'node22', cssTarget: 'chrome86', copyPublicDir: false, rolldownOptions: { input: { portal: 'src/web/faces/portal/entry.tsx' } } },
    }
  }
  return {
    root: 'src/web',
    plugins: [react()],
    // The server puts a fresh nonce in place of this word in every index.html it sends (server's content security policy).
    html: { cspNonce: '__NONCE__' },
    server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
    build: {
      outDir: '../../dist/web',
      emptyOutDir: true,
      target: 'chrome86',
      cssTarget: 'chrome86',
      // Inlined files become data: addresses, which the policy would have to allow.
      assetsInlineLimit: 0,
      // The figure that counts is the first load, measured by the bench, not the size of one file.
      chunkSizeWarningLimit: 700,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            // Chunks that must run before all others (see main.tsx), and the part that changes with versions only.
            groups: [
              { name: 'floor', test: /node_modules\/core-js|web\/floor/, priority: 3 },
              { name: 'zod', test: /node_modules\/zod|web\/zod-settings/, priority: 2 },
              { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack)\//, priority: 1 },
            ],
          },
        },
      },
    },
  }
})
