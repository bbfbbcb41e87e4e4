/** The smallest picture there is. */
export const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export type FormFile = { readonly name: string; readonly bytes: Uint8Array | string; /** Name of its field. */ readonly field?: string }

/** A form in parts as a browser sends it: its fields, then its file. */
export function inParts(file: FormFile, fields: Readonly<Record<string, string>> = {}): { readonly headers: Record<string, string>; readonly payload: Buffer } {
  const edge = 'XedgeX'
  const part = (disposition: string, content: Uint8Array | string) => [Buffer.from(`--${edge}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, value)), ...part(`name="${file.field ?? 'file'}"; filename="${file.name}"`, file.bytes), Buffer.from(`--${edge}--\r\n`)]),
  }
}
