import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../language.tsx'
import style from './imports.module.css'

/** Files may be dropped anywhere on the page: while one hangs over it, the page says so. */
export function DropAnywhere({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useLanguage()
  const [over, setOver] = useState(false)
  // Every element under the pointer sends its own enter and leave; the page is left when they cancel out.
  const depth = useRef(0)
  useEffect(() => {
    const brings = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => { if (brings(event)) { depth.current += 1; setOver(true) } }
    const leave = () => { depth.current = Math.max(0, depth.current - 1); if (depth.current === 0) setOver(false) }
    const hover = (event: DragEvent) => { if (brings(event)) event.preventDefault() } // without this the browser opens the file instead
    const drop = (event: DragEvent) => {
      if (!brings(event)) return
      event.preventDefault()
      depth.current = 0
      setOver(false)
      onFiles([...event.dataTransfer?.files ?? []])
    }
    addEventListener('dragenter', enter)
    addEventListener('dragleave', leave)
    addEventListener('dragover', hover)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('dragover', hover)
      removeEventListener('drop', drop)
    }
  }, [onFiles])
  return over ? <div className={style['drop']}><p>{t({ zh: '松开即导入', en: 'Drop to import' })}</p></div> : null
}
