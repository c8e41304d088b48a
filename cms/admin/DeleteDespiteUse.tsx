'use client'
import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

interface Props {
  readonly collection: string
  readonly id: string
  readonly count: number
  readonly toTrash: boolean
}

/** Deletes what is in use, after one more question. */
export const DeleteDespiteUse = ({ collection, id, count, toTrash }: Props) => {
  const { openModal } = useModal()
  const router = useRouter()
  const modal = `delete-despite-use-${id}`
  const action = toTrash ? 'Chuyển vào thùng rác' : 'Xóa hẳn'

  const remove = async () => {
    const response = await fetch(`/api/${collection}/${id}?despiteUse=true`, {
      method: toTrash ? 'PATCH' : 'DELETE',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      ...(toTrash ? { body: JSON.stringify({ deletedAt: new Date().toISOString() }) } : {}),
    })
    if (response.ok) {
      toast.success(toTrash ? 'Đã chuyển vào thùng rác.' : 'Đã xóa.')
      router.push(`/admin/collections/${collection}`)
      return
    }
    const answer: { errors?: { message?: string }[] } = await response.json()
    toast.error(answer.errors?.[0]?.message ?? 'Chưa xóa được. Hãy thử lại.')
  }

  return (
    <>
      <Button buttonStyle="secondary" size="small" onClick={() => openModal(modal)}>
        {action} dù đang dùng…
      </Button>
      <ConfirmationModal
        modalSlug={modal}
        heading={`${action} dù đang dùng?`}
        body={`Có ${count} nơi đang dùng nội dung này. Ở các nơi đó, liên kết hoặc hình ảnh sẽ mất.`}
        confirmLabel={action}
        onConfirm={remove}
      />
    </>
  )
}
