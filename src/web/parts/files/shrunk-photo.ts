/** The longer side of a photograph that is sent, in pixels: enough to read a number plate across a street. */
const LONG_SIDE = 1920

/**
 * A photograph as it is sent from a phone: turned upright, no larger than is needed, and drawn anew, so that nothing of what the
 * camera wrote beside it leaves the phone. What is no picture, or cannot be drawn here, goes as it is.
 */
export async function shrunkPhoto(file: File): Promise<File> {
  if (!/^image\/(?:jpeg|png|webp)$/.test(file.type) || typeof createImageBitmap !== 'function') return file
  try {
    const picture = await createImageBitmap(file)
    const share = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * share))
    canvas.height = Math.max(1, Math.round(picture.height * share))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>(resolve => { canvas.toBlob(resolve, 'image/jpeg', 0.85) })
    return drawn ? new File([drawn], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg', lastModified: file.lastModified }) : file
  } catch {
    return file // not drawable here: the server looks at it
  }
}
