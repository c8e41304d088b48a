/**
 * The environment to hand to a child process: this one's, with changes. The settings themselves are
 * read by shared/config.ts alone.
 */
export function childEnvironment(changes: Partial<NodeJS.ProcessEnv> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}
