/** `npm run bench -- PART [--json FILE] …`: measures a part of the portal against its targets. */
import type { Part } from './part.ts'
import { Report } from './report.ts'
import { openScratch } from './scratch.ts'

/** Every part. Loaded when asked for. */
const PARTS = {
  data: async () => (await import('./parts/data.ts')).dataPart,
  site: async () => (await import('./parts/site.ts')).sitePart,
  pages: async () => (await import('./parts/pages.ts')).pagesPart,
  hostile: async () => (await import('./parts/hostile.ts')).hostilePart,
  anonymous: async () => (await import('./parts/anonymous.ts')).anonymousPart,
  search: async () => (await import('./parts/search.ts')).searchPart,
} satisfies Record<string, () => Promise<Part>>

process.exitCode = await runBench(process.argv.slice(2))

async function runBench([name = '--help', ...words]: string[]): Promise<number> {
  if (!isPart(name)) {
    await printUsage()
    return isHelp(name) ? 0 : 2
  }
  const part = await PARTS[name]()
  if (words.some(isHelp)) {
    console.log(`${part.summary}\nnpm run bench -- ${name} [--json FILE] ${part.usage}`)
    return 0
  }
  const { json, rest } = takeJson(words)
  const report = new Report()
  const scratch = openScratch()
  try {
    await part.run(rest, { report, scratch })
  } catch (error) {
    report.check(`${name}.finished`, false, 'see the error above')
    console.error(error)
  } finally {
    await scratch.end()
  }
  console.log(`\n${report.table()}`)
  if (json) report.write(json, name)
  return report.isGood ? 0 : 1
}

/** `--json FILE` belongs to the runner, all other words to the part. */
function takeJson(words: readonly string[]): { json: string | undefined; rest: string[] } {
  const at = words.indexOf('--json')
  if (at === -1) return { json: undefined, rest: [...words] }
  const json = words[at + 1]
  if (!json) throw new Error('--json needs the name of a file.')
  return { json, rest: words.toSpliced(at, 2) }
}

function isPart(name: string): name is keyof typeof PARTS {
  return Object.hasOwn(PARTS, name)
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

async function printUsage(): Promise<void> {
  console.log('npm run bench -- PART [--json FILE] …\n')
  for (const [name, load] of Object.entries(PARTS)) {
    const { summary, usage } = await load()
    console.log(`  ${name} ${usage}\n      ${summary}`)
  }
}
