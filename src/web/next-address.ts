/** Where to go after signing in: the page that was asked for, if it is one of ours, else the first page. */
export function nextAddress(asked: string | null): string {
  // `//host` and `/\host` are other sites to a browser.
  return asked !== null && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : '/'
}

/** The sign-in page that comes back to here. */
export function signInFor(page: string, here: { readonly pathname: string; readonly search: string }): string {
  const there = here.pathname + here.search
  return there === '/' ? page : `${page}?next=${encodeURIComponent(there)}`
}
