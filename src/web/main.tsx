import './floor.ts'
import './zod-settings.ts'
import './base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { giveNonceToStyles, pageNonce } from './nonce.ts'
import { lightLook, wear } from './theme.ts'

giveNonceToStyles(pageNonce())
wear(lightLook, document.documentElement)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
