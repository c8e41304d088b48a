import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const config: NextConfig = {
  turbopack: { root },
  outputFileTracingRoot: root,
  // Types are the business of `npm run check`.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
}

export default withPayload(config, { devBundleServerPackages: false })
