'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReaderText } from './ReaderDataButtons.tsx'

interface Props {
  readonly texts: readonly ReaderText[]
  readonly onSave: (corrected: Readonly<Record<string, string>>) => void
  readonly onCancel: () => void
}

/**
 * The texts of a reader, to be corrected. No form element: it would lie in the form of the document,
 * and its boxes have no names there, so that the document's own save does not hold them.
 */
export const ReaderTextForm = ({ texts, onSave, onCancel }: Props) => {
  const [values, setValues] = useState(() =>
    Object.fromEntries(texts.map(({ field, text }) => [field, text])),
  )
  const changed = texts.filter(({ field, text }) => values[field] !== text)
  const save = () =>
    onSave(Object.fromEntries(changed.map(({ field }) => [field, values[field] ?? ''])))

  return (
    <fieldset aria-label="Sửa lỗi gõ">
      {texts.map(({ field, label }) => (
        <label key={field} className="field-type textarea">
          <span className="field-label">{label} (bản sửa)</span>
          <textarea
            rows={field === 'content' ? 5 : 1}
            value={values[field] ?? ''}
            onChange={({ target }) => setValues({ ...values, [field]: target.value })}
          />
        </label>
      ))}
      <Button size="small" disabled={changed.length === 0} onClick={save}>
        Lưu bản sửa
      </Button>
      <Button buttonStyle="secondary" size="small" onClick={onCancel}>
        Thôi
      </Button>
    </fieldset>
  )
}
