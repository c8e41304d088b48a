'use client'
import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { ReaderTextForm } from './ReaderTextForm.tsx'

/** One text that a reader sent. */
export interface ReaderText {
  readonly field: string
  readonly label: string
  readonly text: string
}

interface Props {
  readonly collection: string
  readonly id: string
  readonly texts: readonly ReaderText[]
  readonly isErased: boolean
  readonly isWithdrawn: boolean
}

/** The buttons of the three acts; the last two ask once more. */
export const ReaderDataButtons = ({ collection, id, texts, isErased, isWithdrawn }: Props) => {
  const { openModal } = useModal()
  const [isCorrecting, setCorrecting] = useState(false)
  const act = async (name: string, body: object = {}) => {
    const response = await fetch(`/api/${collection}/${id}/${name}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) {
      // The form above holds the old texts.
      window.location.reload()
      return
    }
    const answer: { errors?: { message?: string }[] } = await response.json()
    toast.error(answer.errors?.[0]?.message ?? 'Chưa lưu được. Hãy thử lại.')
  }

  return (
    <>
      {!isErased && !isCorrecting && (
        <Button buttonStyle="secondary" size="small" onClick={() => setCorrecting(true)}>
          Sửa lỗi gõ…
        </Button>
      )}
      {isCorrecting && (
        <ReaderTextForm
          texts={texts}
          onCancel={() => setCorrecting(false)}
          onSave={(corrected) => act('correct-typing', corrected)}
        />
      )}
      {!isWithdrawn && (
        <Button buttonStyle="secondary" size="small" onClick={() => openModal(`withdraw-${id}`)}>
          Rút lại sự đồng ý…
        </Button>
      )}
      <Button buttonStyle="secondary" size="small" onClick={() => openModal(`erase-${id}`)}>
        Xóa dữ liệu cá nhân…
      </Button>
      <Button buttonStyle="secondary" size="small" onClick={() => openModal(`erase-words-${id}`)}>
        Xóa dữ liệu cá nhân và cả nội dung…
      </Button>
      <ConfirmationModal
        modalSlug={`withdraw-${id}`}
        heading="Người gửi rút lại sự đồng ý?"
        body="Nội dung này thôi hiện công khai và không đăng lại được. Tên và địa chỉ của người gửi bị xóa. Không thể lấy lại."
        confirmLabel="Rút lại sự đồng ý"
        onConfirm={() => act('withdraw-consent')}
      />
      <ConfirmationModal
        modalSlug={`erase-${id}`}
        heading="Xóa dữ liệu cá nhân của người gửi?"
        body="Tên và địa chỉ của người gửi bị xóa, cả trong lịch sử. Nội dung vẫn giữ. Không thể lấy lại."
        confirmLabel="Xóa dữ liệu cá nhân"
        onConfirm={() => act('erase')}
      />
      <ConfirmationModal
        modalSlug={`erase-words-${id}`}
        heading="Xóa dữ liệu cá nhân và cả nội dung?"
        body="Tên, địa chỉ và lời của người gửi bị xóa, cả trong lịch sử; nội dung thôi hiện công khai. Không thể lấy lại."
        confirmLabel="Xóa tất cả"
        onConfirm={() => act('erase', { words: true })}
      />
    </>
  )
}
