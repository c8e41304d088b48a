import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * The number of a group that the settings name.
 * @param name a name or a number; `null` is this process's own group
 * @returns `null` where the machine has no such group
 */
export function groupId(name: string | null): number | null {
  if (name === null) return process.getegid?.() ?? null
  if (/^\d+$/.test(name)) return Number(name)
  return (
    idIn(
      textOf(() => readFileSync('/etc/group', 'utf8')),
      name,
    ) ?? askedFor(name)
  )
}

/** Whether this process may give files to a group. */
export function mayGiveTo(group: number): boolean {
  const own = [process.getegid?.(), ...(process.getgroups?.() ?? [])]
  return process.getuid?.() === 0 || own.includes(group)
}

/** Groups that are not in the file: of a directory service. */
function askedFor(name: string): number | null {
  const ask = () => execFileSync('getent', ['group', '--', name], { encoding: 'utf8' })
  return idIn(textOf(ask), name)
}

function idIn(text: string, name: string): number | null {
  const line = text.split('\n').find((one) => one.startsWith(`${name}:`))
  const id = line?.split(':')[2]
  return id ? Number(id) : null
}

/** What is not there names no group either: the caller says so. */
function textOf(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
