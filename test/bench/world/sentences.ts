import { firm, person, place } from './names.ts'
import type { Random } from './random.ts'
import { tradeOf } from './trades.ts'
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

const thing: Form = (random) => random.frequent(tradeOf(random).things)
const stuff: Form = (random) => random.frequent(tradeOf(random).stuff)
const tool: Form = (random) => random.frequent(tradeOf(random).tools)
const step: Form = (random) => random.frequent(tradeOf(random).steps)
const fault: Form = (random) => random.frequent(tradeOf(random).faults)

const FORMS: readonly Form[] = [
  (random) => `khâu ${step(random)} nay làm bằng ${tool(random)}, ${thing(random)} đều hơn hẳn`,
  (random) => `${firm(random)} làm ${thing(random)} từ ${stuff(random)} của ${place(random)}`,
  (random) => `${random.frequent(WHEN)}, ${whoActs(random)}, ${random.frequent(AIM)}`,
  (random) => `${whoActs(random)} tại ${place(random)}`,
  (random) => `ông ${person(random)}, chủ ${firm(random)}, cho biết ${random.frequent(SAYS)}`,
  (random) => `${whoActs(random)} với tổng kinh phí ${money(random)}, trong đó ${support(random)}`,
  (random) => `${firm(random)} ở ${place(random)} đã ${action(random)}`,
  (random) =>
    `bà ${person(random)} kể trước kia ${fault(random)}, mỗi mẻ ${stuff(random)} hỏng đến ${random.between(5, 40)} %`,
  (random) => `theo bà ${person(random)}, ${random.frequent(SAYS)}`,
  (random) =>
    `sau khi ${step(random)}, thợ ${tradeOf(random).name} còn phải ${step(random)} và ${step(random)}`,
  (random) =>
    `${random.frequent(WHEN)}, toàn tỉnh có ${random.between(3, 240)} cơ sở được hỗ trợ, ${random.frequent(AIM)}`,
  (random) =>
    `việc ${action(random)} phải hoàn thành trước ngày ${random.between(1, 28)}/${random.between(1, 12)}`,
  (random) => `mỗi ca máy chạy được ${random.between(20, 900)} kg, tăng ${random.between(5, 80)} %`,
]

const HEADLINES: readonly Form[] = [
  (random) => `${place(random)} ${action(random)} nghề ${tradeOf(random).name}`,
  (random) => `${firm(random)} đưa ${thing(random)} ra thị trường`,
  (random) => `${action(random)} tại ${place(random)}`,
  (random) => `${firm(random)} ${action(random)}`,
  (random) => `${place(random)}: ${action(random)}`,
  (random) =>
    `${tool(random)} giúp thợ ${tradeOf(random).name} ở ${place(random)} hết lo ${fault(random)}`,
  (random) => `${whoActs(random)} năm ${random.between(2017, 2025)}`,
  (random) => `hiệu quả từ ${random.frequent(WHAT)} ở ${place(random)}`,
]

const money: Form = (random) => `${random.between(8, 190) * 10} triệu đồng`
const support: Form = (random) =>
  `nguồn khuyến công hỗ trợ ${random.between(3, 10) * 5} %, còn lại là vốn của cơ sở`

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
