import { Modal, Switch } from 'antd'
import { useId } from 'react'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { useKeyboard } from '../shortcuts.tsx'
import style from './KeyboardHelp.module.css'

/** Keys that work wherever there is a thing of that kind on the page. */
const everywhere: readonly { readonly keys: readonly string[]; readonly does: Label }[] = [
  { keys: ['↑', '↓', 'j', 'k'], does: { zh: '在表格中上下移动', en: 'Walk the rows of a table' } },
  { keys: ['Enter'], does: { zh: '打开所在行、数值来源或亮灯依据', en: 'Open the row, the source of a figure, the reason of a light' } },
  { keys: ['T'], does: { zh: '在图与表之间切换（图上）', en: 'Switch a chart and its table (on the chart)' } },
  { keys: ['Esc'], does: { zh: '关闭侧栏或对话框', en: 'Close the side sheet or the dialog' } },
]

/** What the keyboard can do just now: the keys of this page first, then those that work everywhere. */
export function KeyboardHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { listed, singleKeys, allowSingleKeys } = useKeyboard()
  const field = useId()
  const declared = open ? listed().map(({ key, mod, does }) => ({ keys: [mod ? `Ctrl/⌘ ${key.toUpperCase()}` : key], does })) : []
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t({ zh: '键盘帮助', en: 'Keyboard help' })} destroyOnHidden>
      <dl className={style['keys']}>
        {[...declared, ...everywhere].map(({ keys, does }) => (
          <div key={`${keys.join()} ${does.en}`}>
            <dt>{keys.map(key => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <p className={style['choice']}>
        <Switch id={field} checked={singleKeys} onChange={allowSingleKeys} />
        <label htmlFor={field}>{t({ zh: '启用单个按键的快捷键（用语音输入时可关闭）', en: 'Single keys work (switch off if you dictate)' })}</label>
      </p>
    </Modal>
  )
}
