import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../../language.tsx'
import { Field } from '../../../ui/Field.tsx'
import style from './imports.module.css'

type PasteDialogProps = { readonly open: boolean; readonly onClose: () => void; readonly onPaste: (text: string, name: string) => void }

/** The text of a paper that was copied from somewhere. */
export function PasteDialog({ open, onClose, onPaste }: PasteDialogProps) {
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const take = () => { onPaste(text, name.trim()); setText(''); setName(''); onClose() }
  return (
    <Modal open={open} onCancel={onClose} onOk={take} width={760} title={t({ zh: '粘贴正文', en: 'Paste the text of a paper' })} okText={t({ zh: '导入', en: 'Import' })} cancelText={t({ zh: '取消', en: 'Cancel' })} okButtonProps={{ disabled: text.trim() === '' }}>
      <div className={style['form']}>
        <Field label={{ zh: '名称（可不填）', en: 'Name (may be left empty)' }} hint={{ zh: '便于在清单中认出，例如：越秀区2023年计划报告。', en: 'To find it in the list: plan report of Yuexiu 2023, say.' }}>
          {tied => <Input {...tied} maxLength={200} value={name} onChange={event => setName(event.target.value)} />}
        </Field>
        <Field label={{ zh: '正文', en: 'Text' }} hint={{ zh: '整篇粘贴即可，断行、页码和网页导航会自动处理，并逐项列出。', en: 'Paste all of it. Broken lines, page numbers and web navigation are dealt with, and each repair is listed.' }}>
          {tied => <Input.TextArea {...tied} rows={14} value={text} onChange={event => setText(event.target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
