const sized = (address: string, size: 'small' | 'whole'): string =>
  size === 'small' ? `${address}?size=small` : address

/** Where the photo of a record is, small for a list or whole. It is given to those who may see the record. */
export const photoOfRecord = (centre: string, code: string, size: 'small' | 'whole'): string =>
  sized(`/files/photo/${encodeURIComponent(centre)}/feedback/${encodeURIComponent(code)}`, size)

/** Where the photo of a row on its way is. */
export const photoOfEntry = (centre: string, id: number, size: 'small' | 'whole'): string =>
  sized(`/files/photo/${encodeURIComponent(centre)}/entry/${id}`, size)
