const sized = (address: string, size: 'small' | 'whole'): string =>
  size === 'small' ? `${address}?size=small` : address

/**
 * The address of a record's photo, as a thumbnail or in full. Only viewers who may see the record can load
 * it.
 */
export const photoOfRecord = (centre: string, code: string, size: 'small' | 'whole'): string =>
  sized(`/files/photo/${encodeURIComponent(centre)}/feedback/${encodeURIComponent(code)}`, size)

/** The address of the photo of a row under review. */
export const photoOfEntry = (centre: string, id: number, size: 'small' | 'whole'): string =>
  sized(`/files/photo/${encodeURIComponent(centre)}/entry/${id}`, size)
