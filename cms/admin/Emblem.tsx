import { emblemDataUrl } from './emblem.ts'

/** Small mark in the admin's header; the text beside it names the place. */
export const Icon = () => <img src={emblemDataUrl} alt="" width={24} height={24} />

/** Mark and name on the log-in page. */
export const Logo = () => (
  <div className="portal-logo">
    <img src={emblemDataUrl} alt="" width={72} height={72} />
    <p>Trung tâm Khuyến công</p>
    <p>Quản trị nội dung</p>
  </div>
)
