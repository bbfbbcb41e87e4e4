/** The nonce of this answer, put into index.html by the server; empty where no content policy is sent. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/**
 * Gives the nonce to every style element that is made from now on. Ant Design passes it to its own styles, but the parts
 * below it that lock scrolling and measure scroll bars make style elements without it, which the content policy refuses.
 */
export function giveNonceToStyles(nonce: string): void {
  const make = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = make(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
