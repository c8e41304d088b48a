import { pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'
import { compressAssets } from './compress-assets.ts'

/**
 * Builds the site for our own server: one module that exports `render` (astro-entry.ts), and
 * assets with their compressed copies beside them. See docs/decisions/001-own-astro-adapter.md.
 */
export function portalAdapter(): AstroIntegration {
  return {
    name: 'portal',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const root = config.root.pathname
        updateConfig({ vite: { plugins: [oneInstance(command === 'dev' ? root : null)] } })
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'portal',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./astro-entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: {
            serverOutput: 'stable',
            hybridOutput: 'unsupported',
            staticOutput: 'unsupported',
            sharpImageService: 'unsupported',
            i18nDomains: 'unsupported',
            envGetSecret: 'unsupported',
          },
        })
      },
      'astro:server:setup': async ({ server }) => {
        const { devRoutes } = await import('./dev-routes.ts')
        server.middlewares.use(devRoutes())
      },
      'astro:build:done': ({ dir }) => compressAssets(dir),
    },
  }
}

interface Environment {
  readonly environment: { readonly name: string }
}

/**
 * Leaves data, cms and shared modules outside the bundle, so that pages and server load the very
 * same instance and Node runs the TypeScript as it is. In development only the cms stays outside:
 * the rest is reloaded by Vite, which wants an address instead of an import name.
 */
function oneInstance(devRoot: string | null) {
  const outside = devRoot ? /^#cms\// : /^#(?:site\/data|cms|shared)\//
  return {
    name: 'portal:one-instance',
    enforce: 'pre' as const,
    resolveId(this: Environment, id: string) {
      if (this.environment.name === 'client' || !outside.test(id)) return
      const target = devRoot ? pathToFileURL(`${devRoot}${id.slice(1)}`).href : id
      return { id: target, external: true }
    },
  }
}
