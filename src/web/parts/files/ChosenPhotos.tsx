import { Button } from 'antd'
import { useLanguage } from '../../language.tsx'
import { FileButton, pictures } from './bring.tsx'
import style from './photos.module.css'
import { shrunkPhoto } from './shrunk-photo.ts'

/** Photographs that go with a form once it is sent, made smaller as they are chosen; none is needed. */
export function ChosenPhotos({ photos, most, onChange }: { readonly photos: readonly File[]; readonly most: number; readonly onChange: (photos: readonly File[]) => void }) {
  const { t } = useLanguage()
  const choose = async (files: readonly File[]) => {
    const drawn: File[] = []
    for (const file of files.slice(0, most - photos.length)) drawn.push(await shrunkPhoto(file))
    onChange([...photos, ...drawn])
  }
  return (
    <>
      <ul className={style['photos']}>{photos.map((photo, i) => <li key={i}><span lang="zh-CN">{photo.name}</span> {t({ zh: '{n}KB', en: '{n} KB' }, { n: Math.max(1, Math.round(photo.size / 1000)) })} <Button size="small" aria-label={t({ zh: '移除{name}', en: 'Remove {name}' }, { name: photo.name })} onClick={() => onChange(photos.filter(one => one !== photo))}>{t({ zh: '移除', en: 'Remove' })}</Button></li>)}</ul>
      <FileButton accept={pictures} disabled={photos.length >= most} onFiles={files => void choose(files)}>{t({ zh: '拍照或选图', en: 'Take or choose a photograph' })}</FileButton>
    </>
  )
}
