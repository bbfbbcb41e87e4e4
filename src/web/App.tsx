import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { DensityProvider } from './density.tsx'
import { LanguageProvider, useLanguage } from './language.tsx'
import { pageNonce } from './nonce.ts'
import { makeQueryClient } from './queries.ts'
import { makeRouter } from './routes.tsx'
import { ShortcutsProvider } from './shortcuts.tsx'
import { antTheme, lightLook } from './theme.ts'

const transformers = [legacyLogicalPropertiesTransformer]
const theme = antTheme(lightLook)
const csp = { nonce: pageNonce() }

/** Everything around the pages: language, look, what was asked of the server, keys, addresses. */
export function App() {
  const [queries] = useState(makeQueryClient)
  const [router] = useState(makeRouter)
  return (
    <LanguageProvider>
      <Looks>
        <QueryClientProvider client={queries}>
          <DensityProvider>
            <ShortcutsProvider>
              <RouterProvider router={router} />
            </ShortcutsProvider>
          </DensityProvider>
        </QueryClientProvider>
      </Looks>
    </LanguageProvider>
  )
}

/** Ant Design in our tokens and in the chosen language. Its styles carry the nonce and are written for Chromium 86. */
function Looks({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  return (
    <StyleProvider transformers={transformers}>
      <ConfigProvider theme={theme} csp={csp} wave={{ disabled: true }} button={{ autoInsertSpace: false }} locale={language === 'zh' ? zhCN : enUS}>{children}</ConfigProvider>
    </StyleProvider>
  )
}
