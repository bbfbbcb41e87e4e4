import { type MultipartFile, type MultipartValue } from '@fastify/multipart'
import { type FastifyRequest } from 'fastify'
import { type File } from '../../kernel/contract.ts'
import { BadInput, type Fault } from './validation.ts'

/** The one file of a multipart request and its fields, wherever they stand. A field sent twice is a list, which its contract then refuses or takes. */
export async function partsOf(request: FastifyRequest): Promise<{ readonly fields: Readonly<Record<string, unknown>>; readonly file: File | null }> {
  const fields = new Map<string, unknown>()
  let file: File | null = null
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = await fileOf(part)
      else fields.set(part.fieldname, fields.has(part.fieldname) ? [fields.get(part.fieldname), wholeValue(part)].flat() : wholeValue(part))
    }
  } catch (error) {
    throw plainFault(error)
  }
  return { fields: Object.fromEntries(fields), file }
}

async function fileOf(part: MultipartFile): Promise<File> {
  // Bytes without a file name are a file too, although the library's types promise a name.
  const name: string | undefined = part.filename
  return { name: name ?? '', mime: part.mimetype, bytes: await part.toBuffer() }
}

/** The library cuts a long field and only says so; half a text must not be taken for the whole. */
function wholeValue(part: MultipartValue): unknown {
  if (part.valueTruncated) throw new BadInput([{ at: `body.${part.fieldname}`, message: '内容过长，请改用文件上传', messageEn: 'too long for a field; send it as a file' }])
  return part.value
}

const limits: Readonly<Record<string, Fault>> = {
  FST_FILES_LIMIT: { at: 'body', message: '每次只能上传一个文件', messageEn: 'one file at a time' },
  FST_FIELDS_LIMIT: { at: 'body', message: '字段过多', messageEn: 'too many fields' },
  FST_PARTS_LIMIT: { at: 'body', message: '内容过多', messageEn: 'too many parts' },
}

/** What the parser says of a body that is broken or cut off carries no status: it is bad input, not a fault of ours. */
function plainFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof BadInput) return error
  const known = 'code' in error && typeof error.code === 'string' ? limits[error.code] : undefined
  if (known) return new BadInput([known])
  return 'statusCode' in error ? error : new BadInput([{ at: 'body', message: '上传内容不完整或格式有误，请重新上传', messageEn: `the upload is incomplete or malformed (${error.message}); send it again` }])
}
