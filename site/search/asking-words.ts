import { searchWords } from '#shared/search/words.ts'
import { fold } from '#shared/vietnamese/fold.ts'

/** Words that make a question of what somebody looks for. */
const ASKING = new Set(
  (
    'ai bao bị bởi các cái cần cho có của cũng đã đang đâu để đến đi được gì giờ hay hoặc hỏi khi không ' +
    'là làm lại mà mấy mình một muốn nào này nên nếu nhiêu những như nữa ở phải ra rồi sao sẽ tại ' +
    'thì thế theo thể tôi trong trước từ và vào về với xin'
  ).split(' '),
)

/** Without marks the same letters may be something else: "may" is "máy" more often than "mấy". */
const ASKING_FOLDED = new Set([...ASKING].map(searchWords))
for (const word of ['may', 'ca', 'ra', 'mot', 'tai', 'tu']) ASKING_FOLDED.delete(word)

/**
 * Whether a word only asks.
 * @param word folded
 * @param marked the whole query with its marks
 */
export function isAsking(word: string, marked: string): boolean {
  if (fold(marked) === marked) return ASKING_FOLDED.has(word)
  return marked.split(/[^\p{L}\p{N}]+/u).some((one) => ASKING.has(one) && searchWords(one) === word)
}
