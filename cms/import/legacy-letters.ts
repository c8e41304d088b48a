// TCVN 5712:1993, variant 3 ("ABC"): one byte a letter, read here as Windows-1252. Capitals with a
// tone come from a font of capitals and have no code of their own.
const TCVN3 = new Map(
  `µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ ®đ Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ Öệ
   ×ì Ýí Øỉ Üĩ Þị ßò ãó áỏ âõ äọ «ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ õừ øứ
   öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ ¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ`
    .split(/\s+/u)
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const)
    .concat([['\u00AD', 'ư']]),
)
const TCVN3_SIGNS =
  /[a-zA-Z][µ¸¶·¹¨»¾¼½©®ª«¬\u00AD](?=[a-zA-Z\s,.;])|[®](?=[a-zA-Z\u00A1-\u00FF])/gu
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/gu
const VNI_SIGNS = /[aeouyAEOUY][äïûøöõáàåãâéèëêüúùñ](?![a-z]*[ạ-ỹ])/gu

/** Whether a text holds Vietnamese in TCVN3, as "khuyÕn c«ng" for "khuyến công". */
export function looksLikeTcvn3(text: string): boolean {
  const signs = text.match(TCVN3_SIGNS)?.length ?? 0
  const rightLetters = text.match(VIETNAMESE)?.length ?? 0
  return signs >= 3 && signs > rightLetters
}

/** The text with its TCVN3 letters as Unicode. */
export function fromTcvn3(text: string): string {
  return [...text].map((letter) => TCVN3.get(letter) ?? letter).join('')
}

/** Whether a text holds Vietnamese in VNI, as "khuyeán coâng" for "khuyến công". */
export function looksLikeVni(text: string): boolean {
  const signs = text.match(VNI_SIGNS)?.length ?? 0
  const rightLetters = text.match(VIETNAMESE)?.length ?? 0
  return signs >= 5 && signs > rightLetters * 4
}
