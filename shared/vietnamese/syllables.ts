const ONSETS = 'ngh ng nh th tr ch ph kh gh gi qu b c d đ g h k l m n p r s t v x'.split(' ')
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
   on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych
   uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
   y yêm yên yêng yêt yêu ych ynh yt`
    .split(/\s+/u)
    .filter(Boolean),
)
// Grave, acute, hook, tilde, dot below: the marks of tone, apart from those of the vowel itself.
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const ACUTE_OR_DOT = /[\u0301\u0323]/u
const STOPPED = /(?:c|ch|p|t)$/u
const LONGEST = 7
// Longer runs are no words that lost their spaces.
const LONGEST_RUN = 200

/** Whether the letters can be one Vietnamese syllable: onset, rime, and a tone that fits. */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  const tones = decomposed.match(TONES) ?? []
  const plain = decomposed.replace(TONES, '').normalize('NFC')
  if (tones.length > 1) return false
  return ['', ...ONSETS].some((onset) => {
    if (!plain.startsWith(onset)) return false
    const rime = plain.slice(onset.length)
    if (!RIMES.has(rime)) return onset === 'gi' && rime === '' && tones.length === 1
    return !STOPPED.test(rime) || ACUTE_OR_DOT.test(tones.join(''))
  })
}

/** How sure a reading of glued words is: the syllables that belong to known pairs, out of all. */
interface SplitWords {
  text: string
  knownShare: number
}

/**
 * Parts a run of glued syllables ("hỗtrợkinhphí") in the way that holds the most pairs which
 * `isPair` knows. A capital always begins a syllable. `null` when no way is left.
 */
export function splitSyllables(
  run: string,
  isPair: (first: string, second: string) => boolean,
): SplitWords | null {
  const letters = run.normalize('NFC')
  if (letters.length > LONGEST_RUN) return null
  const best = new Map<number, Reading>([[0, { words: [], known: 0, isLastKnown: false }]])
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
      const before = best.get(start)
      const word = letters.slice(start, end)
      if (!before || /.\p{Lu}/u.test(word) || !isSyllable(word)) continue
      const reading = extend(before, word, isPair)
      if (isBetter(reading, best.get(end))) best.set(end, reading)
    }
  }
  const reading = best.get(letters.length)
  if (!reading || reading.words.length < 2) return null
  return { text: reading.words.join(' '), knownShare: reading.known / reading.words.length }
}

interface Reading {
  words: string[]
  known: number
  isLastKnown: boolean
}

function extend(
  before: Reading,
  word: string,
  isPair: (first: string, second: string) => boolean,
): Reading {
  const last = before.words.at(-1)
  const isKnown = last !== undefined && !before.isLastKnown && isPair(last, word)
  return {
    words: [...before.words, word],
    known: before.known + (isKnown ? 2 : 0),
    isLastKnown: isKnown,
  }
}

function isBetter(reading: Reading, other: Reading | undefined): boolean {
  if (!other) return true
  const gain = reading.known - other.known
  return gain === 0 ? reading.words.length < other.words.length : gain > 0
}
