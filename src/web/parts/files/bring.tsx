import { Button } from 'antd'
import { useRef, useState } from 'react'
import { shrunkPhoto } from './shrunk-photo.ts'

export const pictures = 'image/jpeg,image/png,image/webp'

/** Sends files one after another, photographs made smaller before; `after` runs also where one did not go through, for those before it did. */
export function useBring(send: (file: File) => Promise<unknown>, after: () => Promise<unknown>): { readonly bring: (files: readonly File[]) => Promise<void>; readonly doing: boolean; readonly error: unknown } {
  const [doing, setDoing] = useState(false), [error, setError] = useState<unknown>(null)
  const bring = async (files: readonly File[]) => {
    setDoing(true)
    setError(null)
    try {
      for (const file of files) await send(await shrunkPhoto(file))
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
      await after()
    }
  }
  return { bring, doing, error }
}

/** A button that takes files from this machine, or from the camera of a telephone. */
export function FileButton({ accept, loading = false, disabled = false, small = false, onFiles, children }: { readonly accept: string; readonly loading?: boolean; readonly disabled?: boolean; readonly small?: boolean; readonly onFiles: (files: readonly File[]) => void; readonly children: string }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className="unprinted">
      <input ref={input} className="unseen" tabIndex={-1} aria-hidden="true" type="file" multiple accept={accept} onChange={event => { const files = [...(event.target.files ?? [])]; event.target.value = ''; onFiles(files) }} />
      <Button {...(small && { size: 'small' as const })} loading={loading} disabled={disabled} onClick={() => input.current?.click()}>{children}</Button>
    </span>
  )
}
