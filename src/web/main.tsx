import './floor.ts'
import './base.css'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './App.tsx'
import { lightLook, wear } from './theme.ts'

// The content policy forbids making code from text; zod's compiler would try.
z.config({ jitless: true })

wear(lightLook, document.documentElement)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
