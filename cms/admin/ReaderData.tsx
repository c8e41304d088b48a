import type { UIFieldServerComponent } from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { isGranted } from '#cms/access/permissions.ts'
import { readersFields, type Contribution } from '#cms/reader-data/contributions.ts'
import { actsOn } from '#cms/reader-data/history.ts'
import type { ReaderDataAct } from '#shared/payload-types.ts'
import { ReaderDataButtons, type ReaderText } from './ReaderDataButtons.tsx'

/** The three acts on a reader's data, and the history of those that were done. */
export const ReaderData: UIFieldServerComponent = async (props) => {
  const { id, data, req } = props
  const collection = props.collectionSlug as Contribution
  if (!id || !isGranted(actorOf(req), 'update', collection)) return null
  const acts = await actsOn(req, collection, String(id))
  const texts: ReaderText[] = readersFields(collection).map((field) => ({
    field,
    label: LABELS[field] ?? field,
    text: String(data?.[field] ?? ''),
  }))
  return (
    <section className="reader-data field-type" aria-labelledby="reader-data-heading">
      <h3 className="field-label" id="reader-data-heading">
        Dữ liệu của bạn đọc
      </h3>
      <p>
        Lời, tên và địa chỉ của bạn đọc không sửa được ở các ô trên. Mỗi việc dưới đây được ghi lại
        cùng người làm và lúc làm.
      </p>
      <ReaderDataButtons
        collection={collection}
        id={String(id)}
        texts={texts}
        isErased={Boolean(data?.erasedAt)}
        isWithdrawn={Boolean(data?.consentWithdrawnAt)}
      />
      {acts.length > 0 && (
        <ul aria-label="Các việc đã làm">
          {acts.map((act) => (
            <li key={act.id}>
              <strong>{ACTS[act.act]}</strong> · {act.actorName} ·{' '}
              {TIME.format(new Date(act.createdAt))}
              {act.act === 'correction' && <small>{correctionOf(act)}</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const LABELS: Readonly<Record<string, string>> = {
  title: 'Câu hỏi',
  subject: 'Tiêu đề',
  content: 'Nội dung',
  name: 'Họ và tên',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
}

const ACTS: Readonly<Record<ReaderDataAct['act'], string>> = {
  correction: 'Sửa lỗi gõ',
  withdrawal: 'Rút lại sự đồng ý',
  erasure: 'Xóa dữ liệu cá nhân',
}

const TIME = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
})

function correctionOf({ field, oldWords, newWords }: ReaderDataAct): string {
  const label = LABELS[field ?? ''] ?? ''
  if (!oldWords && !newWords) return ` ${label}: nội dung cũ đã được xóa`
  return ` ${label}: “${oldWords ?? ''}” thành “${newWords ?? ''}”`
}
