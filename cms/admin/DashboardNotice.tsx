import type { ServerProps } from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { isGranted } from '#cms/access/permissions.ts'
import { formatMoment } from '#shared/vietnamese/dates.ts'
import { writeStopNow } from './write-stop-now.ts'
import { failedSchedules, waitingWork, type FailedSchedule } from './waiting-work.ts'

type Props = Pick<ServerProps, 'payload' | 'user'>

/** Above the dashboard: why nothing can be saved, schedules that failed, and what readers sent and nobody has dealt with. */
export const DashboardNotice = async ({ payload, user }: Props) => {
  const mayPublish = isGranted(actorOf({ user: user ?? null }), 'publish', 'news')
  const [stop, failed, waiting] = await Promise.all([
    writeStopNow(payload),
    mayPublish ? failedSchedules(payload, new Date()) : [],
    waitingWork(payload, user ?? null),
  ])
  return (
    <>
      {stop && (
        <p className="writes-stopped" role="alert">
          {stop}
        </p>
      )}
      {failed.length > 0 && <Failed schedules={failed} />}
      {waiting.length > 0 && (
        <ul className="waiting-work">
          {waiting.map(({ label, count, path }) => (
            <li key={path}>
              <a href={path}>
                <strong>{count}</strong> {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Failed = ({ schedules }: { schedules: readonly FailedSchedule[] }) => (
  <section className="failed-schedules" role="alert">
    <h2>Hẹn giờ không thực hiện được</h2>
    <ul>
      {schedules.map(({ title, kind, path, wanted, dueAt, reason }) => (
        <li key={path + dueAt}>
          <a href={path}>{title}</a> ({kind}): hẹn {wanted === 'published' ? 'đăng' : 'gỡ'} lúc{' '}
          {formatMoment(dueAt)}. Lý do: {reason}
        </li>
      ))}
    </ul>
    <p>Hãy mở từng nội dung, sửa chỗ sai rồi đăng ngay hoặc hẹn giờ lại.</p>
  </section>
)
