/**
 * What Node is told when it runs an operator's command. Where a machine has memory to spare, V8 lets
 * new objects take up to three times 64 MB, most of which it does not need: a restore had 485 MB
 * without this and 340 MB with it, in the same time.
 */
export const COMMAND_FLAGS = ['--max-semi-space-size=16']
