import { Button } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Paper } from '../../../../engines/documents/contract.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { Page } from '../../../ui/Page.tsx'
import { DropAnywhere } from './DropAnywhere.tsx'
import { ImportTray } from './ImportTray.tsx'
import { PapersTable } from './PapersTable.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import style from './imports.module.css'
import { type Handed, useImportLine } from './use-import-line.ts'

/** Papers that came in, and the ways to bring in another: choose, drop, paste. */
export function ImportsPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [pasting, setPasting] = useState(false)

  // One paper alone leads straight to its review; of several a person chooses.
  const allRead = useCallback((read: readonly { readonly existing: boolean; readonly paper: Paper }[]) => {
    const [only] = read
    if (read.length === 1 && only) void navigate(`/imports/${only.paper.id}`, { state: only.existing ? { existing: true } : null })
  }, [navigate])
  const { lines, take, forget } = useImportLine(allRead)
  const takeFiles = useCallback((files: readonly File[]) => take(files.map((file): Handed => ({ file }))), [take])

  const mayImport = may('import.review')
  return (
    <Page
      title={t({ zh: '文件导入与核对', en: 'Imports and review' })}
      actions={mayImport && (
        <>
          <Button onClick={() => setPasting(true)}>{t({ zh: '粘贴正文', en: 'Paste text' })}</Button>
          <Button type="primary" onClick={() => field.current?.click()}>{t({ zh: '选择文件', en: 'Choose files' })}</Button>
          <input
            ref={field}
            className="unseen"
            type="file"
            multiple
            tabIndex={-1}
            aria-label={t({ zh: '选择要导入的文件', en: 'Files to import' })}
            accept=".txt,.md,.html,.htm,.docx,.pdf"
            onChange={event => { takeFiles([...event.target.files ?? []]); event.target.value = '' }}
          />
        </>
      )}
    >
      {mayImport && (
        <>
          <p className={style['formats']}>{t({ zh: '可导入txt、md、html、docx和有文字层的pdf；也可把文件拖到本页任意位置。', en: 'txt, md, html, docx and pdf with text. Files may be dropped anywhere on this page.' })}</p>
          <DropAnywhere onFiles={takeFiles} />
          <ImportTray lines={lines} onForget={forget} />
          <PasteDialog open={pasting} onClose={() => setPasting(false)} onPaste={(text, name) => take([{ text, name }])} />
        </>
      )}
      <PapersTable />
    </Page>
  )
}
