/** `npm run check`: every check, all of them also when one fails, and a summary at the end. */
import { spawnSync } from 'node:child_process'

const BIN = 'node_modules'

const CHECKS = [
  { name: 'format (prettier)', args: [`${BIN}/prettier/bin/prettier.cjs`, '--check', '.'] },
  { name: 'lint (oxlint)', args: [`${BIN}/oxlint/bin/oxlint`, '--type-aware', '--deny-warnings'] },
  { name: 'types (tsc)', args: [`${BIN}/typescript/bin/tsc`, '--noEmit'] },
  { name: 'pages (astro check)', args: [`${BIN}/astro/bin/astro.mjs`, 'check'] },
  { name: 'unused code (knip)', args: [`${BIN}/knip/bin/knip.js`] },
] as const

const results = CHECKS.map(({ name, args }) => {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  return { name, isGood: status === 0, seconds: Math.round((Date.now() - started) / 1000) }
})

console.log('')
for (const { name, isGood, seconds } of results) {
  console.log(`${isGood ? 'ok    ' : 'FAILED'}  ${name}, ${seconds} s`)
}
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1
