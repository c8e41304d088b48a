import { withOwnLock } from '#cms/locks/own-lock.ts'
import config from '#cms/payload.config.ts'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { buildFormStateHandler } from '@payloadcms/ui/utilities/buildFormState'
import type { BuildFormStateArgs, ServerFunction, ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { importMap } from './admin/importMap.js'
import './custom.css'

const formState: ServerFunction<BuildFormStateArgs> = async (args) =>
  buildFormStateHandler(await withOwnLock(args))

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  const serverFunctions = { 'form-state': formState }
  return handleServerFunctions({ ...args, config, importMap, serverFunctions })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
