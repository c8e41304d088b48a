'use client'
import { DatePicker, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** A date picker that stores `YYYY-MM-DD`: the day that the editor sees, in every time zone. */
export const CalendarDateField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError } = useField<string | null>({ path })
  const isLocked = readOnly || field.admin?.readOnly
  return (
    <div className="field-type date-time-field" id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <DatePicker
          displayFormat="dd/MM/yyyy"
          pickerAppearance="dayOnly"
          placeholder="ngày/tháng/năm"
          readOnly={isLocked}
          value={value ? localNoon(value) : undefined}
          onChange={(date: Date | null) => setValue(date ? toCalendarDate(date) : null)}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

function localNoon(date: string): Date {
  return new Date(`${date}T12:00:00`)
}

function toCalendarDate(date: Date): string {
  const [day, month] = [date.getDate(), date.getMonth() + 1].map((n) => String(n).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}
