import { defineConfig } from 'astro/config'
import { portalAdapter } from './site/server/astro-adapter.ts'

export default defineConfig({
  srcDir: './site',
  publicDir: './public',
  outDir: './dist/site',
  output: 'server',
  adapter: portalAdapter(),
  trailingSlash: 'never',
  compressHTML: true,
  // A style or a script in the page would break the content security policy.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Offices keep old computers: the last browsers of Windows 7 and 8, and their equals.
      cssTarget: ['chrome109', 'edge109', 'firefox115', 'safari15.4'],
    },
  },
  // Pictures are sized when they are uploaded, never on a request.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  // The portal's forms judge a post themselves and give back what was typed (site/data/forms).
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
})
