import type { DefaultServerCellComponentProps } from 'payload'
import { formatDate, isCalendarDate } from '#shared/vietnamese/dates.ts'

/** A calendar date in a list, as people read it. */
export const CalendarDateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>
    {typeof cellData === 'string' && isCalendarDate(cellData) ? formatDate(cellData) : '–'}
  </span>
)
