const CONSENT =
  'Tôi đồng ý để Trung tâm lưu họ tên và thư điện tử để trả lời nội dung này (lời đồng ý mẫu).'

/** An invented person who wrote to the centre, with the consent that goes with it. */
export function consent(name: string, key: string, consentedAt: string) {
  return { name, email: `${key}@bandoc.example`, consentedAt, consentText: CONSENT }
}
