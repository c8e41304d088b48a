#!/usr/bin/env node
/**
 * The first script of every npm command: it needs nothing but a Node of 20 or newer, installs what
 * is missing, and hands over to the Node that the project pins.
 *
 * The syntax stays old and the modules are imported late, so that an old Node can read this file and
 * say what is wrong instead of failing on a word that it does not know.
 */
import { realpathSync } from 'fs'
import { dirname } from 'path'
import { fileURLToPath } from 'url'

const OLDEST_NODE = 20
const major = Number(process.versions.node.split('.')[0])

if (major < OLDEST_NODE) {
  console.error(
    'Máy này đang dùng Node.js ' +
      process.versions.node +
      '; cổng thông tin cần bản ' +
      OLDEST_NODE +
      ' trở lên.\nHãy cài bản LTS tại https://nodejs.org/en/download rồi chạy lại lệnh vừa rồi.',
  )
  process.exit(1)
}

// The real path: one folder has one lock and one stamp, also when it is reached through a link.
const root = realpathSync(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

Promise.all([import('./bootstrap/install.mjs'), import('./bootstrap/run.mjs')])
  .then(function (modules) {
    return modules[0].ensureInstalled({ root: root }).then(function (node) {
      return modules[1].runVerb({ root: root, node: node, words: process.argv.slice(2) })
    })
  })
  .then(
    function (code) {
      process.exitCode = code
    },
    function (error) {
      console.error(error.expected ? error.message : error)
      process.exitCode = 1
    },
  )
