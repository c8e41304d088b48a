import { fileURLToPath } from 'node:url'

/** The folder of package.json; commands run in it whatever folder they are called from. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
