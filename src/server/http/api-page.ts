/** As much of an OpenAPI document as the page shows. */
type Document = { readonly info?: { readonly title?: string; readonly description?: string | undefined }; readonly paths?: Readonly<Record<string, unknown>> | undefined }
type Operation = { readonly summary?: string; readonly description?: string; readonly tags?: readonly string[]; readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: unknown }[]; readonly requestBody?: unknown; readonly responses?: unknown }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The interface for people: every route with its permission, parameters, body and answer, on one page without scripts. */
export function apiPage(document: Document, nonce: string): string {
  const routes = Object.entries(document.paths ?? {}).flatMap(([path, methods]) => Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation }))) // the generator writes nothing else under a path
  const groups = Map.groupBy(routes, route => route.operation.tags?.[0] ?? '—')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>OpenDistrict 接口 · API</title>
<style nonce="${nonce}">body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f1d1a;background:#fbfaf7}
h1{border-bottom:3px solid #8f1d21;font-size:1.6rem}h2{margin-top:2.5rem}code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.85rem}pre{white-space:pre-wrap;background:#f1efe9;padding:.75rem;overflow-wrap:anywhere}
details{border-bottom:1px solid #ddd8cc;padding:.5rem 0}summary{cursor:pointer}b{display:inline-block;min-width:4.5rem}</style></head><body>
<h1>OpenDistrict 接口 · API</h1><p>${escaped(document.info?.description ?? '')}</p><p><a href="/api/openapi.json">OpenAPI 3.1 (JSON)</a> · ${routes.length} 个接口 · routes</p>
<nav aria-label="目录 · contents">${[...groups.keys()].map(tag => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' · ')}</nav>
<main>${[...groups].map(([tag, found]) => `<section><h2 id="${escaped(tag)}">${escaped(tag)}</h2>${found.map(section).join('')}</section>`).join('')}</main></body></html>`
}

function section({ path, method, operation }: { readonly path: string; readonly method: string; readonly operation: Operation }): string {
  const parts = [
    ['参数 · parameters', operation.parameters?.map(p => ({ name: p.name, in: p.in, required: p.required ?? false, schema: p.schema }))],
    ['内容 · body', operation.requestBody],
    ['答复 · answer', operation.responses],
  ] as const
  return `<details><summary><b>${method}</b> <code>${escaped(path)}</code> ${escaped(operation.summary ?? '')}</summary><p>${escaped(operation.description ?? '')}</p>${
    parts.filter(([, value]) => value !== undefined).map(([name, value]) => `<h3>${name}</h3><pre>${escaped(JSON.stringify(value, null, 1))}</pre>`).join('')}</details>`
}
