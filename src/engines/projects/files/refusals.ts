import { type RefusalTable } from '../../refusal-table.ts'

export const fileRefusals = {
  'unknown-project-file': { status: 404, zh: '没有这个文件，或已撤回。', en: 'There is no such file, or it was withdrawn.' },
  'no-project-file': { status: 422, zh: '没有收到文件，请重新选择。', en: 'No file came; choose it again.' },
  'photo-expected': { status: 415, zh: '“{name}”不是照片。请选JPG、PNG或WebP图片，或改选文件种类。', en: '“{name}” is no photograph. Choose a JPG, PNG or WebP picture, or another kind of file.' },
  'files-full': { status: 422, zh: '“{name}”已有{most}个文件。请先撤回不再需要的。', en: '“{name}” has {most} files. Withdraw what is not needed any more.' },
  'unknown-visit': { status: 422, zh: '没有这次现场查看。请刷新后再传。', en: 'There is no such visit. Reload and try again.' },
} as const satisfies RefusalTable
