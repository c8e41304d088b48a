/** A person's name as initials, for what is shown in public: "Đỗ Văn Hải" → "Đ.V.H." */
export function abbreviateName(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  return words.map((word) => `${[...word][0]?.toLocaleUpperCase('vi')}.`).join('')
}
