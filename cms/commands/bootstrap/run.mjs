import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { COMMAND_FLAGS } from './command-flags.mjs'

/** Longer than the ten seconds that the command gives its own children before it kills them. */
const KILL_AFTER_MS = 12_000

/** Who called us, taken at once: the caller may be gone when the install is done. */
const PARENT = process.ppid
const LOOK_FOR_PARENT_MS = 500

/** Which file runs a verb, with the words that come before the person's own. */
const ENTRIES = {
  start: ['cms/commands/cli.ts', 'start'],
  dev: ['cms/commands/cli.ts', 'dev'],
  cms: ['cms/commands/cli.ts'],
  site: ['site/commands/cli.ts'],
  test: ['test/support/run.ts'],
  check: ['test/support/check.ts'],
  bench: ['test/bench/run.ts'],
}

/**
 * Runs a verb of package.json on the project's Node and waits for it.
 * @param {{ root: string, node: string, words: readonly string[] }} options
 * @returns {Promise<number>} its exit code; 128 + number of the signal that ended it
 */
export function runVerb({ root, node, words: [verb = '', ...rest] }) {
  const entry = Object.hasOwn(ENTRIES, verb) ? ENTRIES[verb] : undefined
  if (!entry) {
    console.error(`Không có lệnh "${verb}". Các lệnh: ${Object.keys(ENTRIES).join(', ')}.`)
    return Promise.resolve(2)
  }
  const [script, ...first] = entry
  const flags = verb === 'cms' || verb === 'site' ? COMMAND_FLAGS : []
  // The fourth channel tells the child when this process is killed: nothing is left behind then.
  const child = spawn(node, [...flags, join(root, script), ...first, ...rest], {
    cwd: root,
    env: childEnvironment(root, node),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.channel?.unref()
  return new Promise((resolve, reject) => {
    const stopForwarding = forwardSignals(child)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      stopForwarding()
      resolve(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0))
    })
  })
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }

function forwardSignals(child) {
  let timer
  const forward = (signal) => {
    // Ctrl-C in a terminal reaches the whole group already.
    const isFromTerminal = signal === 'SIGINT' && process.stdin.isTTY
    if (!isFromTerminal) child.kill(signal)
    timer ??= setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  const parentWatch = onParentGone(() => forward('SIGTERM'))
  return () => {
    clearTimeout(timer)
    clearInterval(parentWatch)
    for (const signal of signals) process.off(signal, forward)
  }
}

/**
 * npm runs scripts through a shell, and a shell that is told to stop does not tell us: then we see
 * that it is gone. Whoever starts this file without npm may leave it running.
 */
function onParentGone(react) {
  if (!process.env.npm_lifecycle_event) return undefined
  const watch = setInterval(() => {
    if (process.ppid === PARENT) return
    clearInterval(watch)
    react()
  }, LOOK_FOR_PARENT_MS)
  return watch
}

function childEnvironment(root, node) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = [dirname(node), join(root, 'node_modules', '.bin'), process.env[name]]
  return {
    ...process.env,
    [name]: folders.filter(Boolean).join(delimiter),
    TZ: 'Asia/Ho_Chi_Minh',
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}
