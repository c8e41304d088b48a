import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { OperatorError } from '#cms/operator-error.ts'

const SHORTEST = 12
/** Without letters and digits that look alike on paper. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password typed twice where a person sits at a terminal (Enter alone: none), else a made one. */
export async function choosePassword(): Promise<{ password: string; isGenerated: boolean }> {
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const password = await ask(`Mật khẩu mới, ít nhất ${SHORTEST} ký tự (Enter để máy tự tạo): `)
    if (password !== '') {
      if ([...password].length < SHORTEST) {
        throw new OperatorError(`Mật khẩu ngắn hơn ${SHORTEST} ký tự. Hãy chạy lại lệnh.`)
      }
      if (password !== (await ask('Gõ lại mật khẩu: '))) {
        throw new OperatorError('Hai lần gõ không giống nhau. Chưa có gì thay đổi.')
      }
      return { password, isGenerated: false }
    }
  }
  return { password: generatePassword(), isGenerated: true }
}

/** Four groups of five: 116 bits, still easy to read out. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** Reads a line without showing it. */
async function ask(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  const stopped = new Promise<never>((_resolve, reject) => {
    lines.once('SIGINT', () => reject(new OperatorError('Đã dừng. Chưa có gì thay đổi.')))
  })
  process.stdout.write(question)
  try {
    return await Promise.race([lines.question(''), stopped])
  } finally {
    lines.close()
    process.stdout.write('\n')
  }
}
