import { firm, person, place } from './names.ts'
import type { Random } from './random.ts'
import { AIM, DID, SAYS, WHAT, WHEN, WHO } from './words.ts'

/** One sentence of news of the centre. */
export function sentence(random: Random): string {
  return `${capital(random.frequent(FORMS)(random))}.`
}

export function paragraph(random: Random): string {
  return sentences(random, random.between(2, 5))
}

export function sentences(random: Random, count: number): string {
  return Array.from({ length: count }, () => sentence(random)).join(' ')
}

/** A headline: no full stop. */
export function headline(random: Random): string {
  return capital(random.frequent(HEADLINES)(random))
}

/** What a decision or plan is about ("Về việc …"). */
export function subject(random: Random): string {
  return `Về việc ${random.frequent(DID)} ${random.frequent(WHAT)} tại ${place(random)}`
}

type Form = (random: Random) => string

const action: Form = (random) => `${random.frequent(DID)} ${random.frequent(WHAT)}`
const whoActs: Form = (random) => `${random.frequent(WHO)} ${action(random)}`

const FORMS: readonly Form[] = [
  (random) => `${random.frequent(WHEN)}, ${whoActs(random)}, ${random.frequent(AIM)}`,
  (random) => `${whoActs(random)} tại ${place(random)}`,
  (random) => `ông ${person(random)}, chủ ${firm(random)}, cho biết ${random.frequent(SAYS)}`,
  (random) => `${whoActs(random)} với tổng kinh phí ${money(random)}, trong đó ${support(random)}`,
  (random) => `${firm(random)} ở ${place(random)} đã ${action(random)}`,
  (random) => `theo bà ${person(random)}, ${random.frequent(SAYS)}`,
  (random) =>
    `${random.frequent(WHEN)}, toàn tỉnh có ${random.between(3, 240)} cơ sở được hỗ trợ, ${random.frequent(AIM)}`,
  (random) =>
    `việc ${action(random)} phải hoàn thành trước ngày ${random.between(1, 28)}/${random.between(1, 12)}`,
  (random) => `mỗi ca máy chạy được ${random.between(20, 900)} kg, tăng ${random.between(5, 80)} %`,
]

const HEADLINES: readonly Form[] = [
  (random) => `${action(random)} tại ${place(random)}`,
  (random) => `${firm(random)} ${action(random)}`,
  (random) => `${place(random)}: ${action(random)}`,
  (random) => `${whoActs(random)} năm ${random.between(2017, 2025)}`,
  (random) => `hiệu quả từ ${random.frequent(WHAT)} ở ${place(random)}`,
]

const money: Form = (random) => `${random.between(8, 190) * 10} triệu đồng`
const support: Form = (random) =>
  `nguồn khuyến công hỗ trợ ${random.between(3, 10) * 5} %, còn lại là vốn của cơ sở`

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
