import { type FormShown } from '../../../../engines/cases/portal/contract.ts'
import { useFrame } from '../frame.tsx'

/** A photograph, which nobody has to bring. A plain form: the browser's own button takes one or chooses one. */
export function PhotoForm({ form, photos }: { readonly form: FormShown; readonly photos: number }) {
  const { t } = useFrame()
  return (
    <section>
      <h2 id="photo">{t({ zh: '照片（可以不传）', en: 'A photograph (may be left out)' })}</h2>
      {photos > 0 && <p role="status"><b>{t({ zh: '已收到{n}张。', en: '{n} received.' }, { n: photos })}</b></p>}
      <form className="ask" action={`${form.action}/photo`} method="post" encType="multipart/form-data">
        <div className="box">
          <label htmlFor="file">{t({ zh: '选一张照片', en: 'Choose a photograph' })}</label>
          <p className="hint" id="file-hint">{t({ zh: '每次一张，5MB以内；也可以传PDF。照片里的拍摄位置会自动去掉。请避开人脸和车牌。', en: 'One at a time, up to 5 MB; a PDF will do too. Where it was taken is removed from it. Leave out faces and number plates.' })}</p>
          <input id="file" name="file" type="file" accept="image/jpeg,image/png,image/webp,application/pdf" aria-describedby="file-hint" required />
        </div>
        <p><button type="submit" className="second">{t({ zh: '上传', en: 'Send it' })}</button></p>
      </form>
    </section>
  )
}
