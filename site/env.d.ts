/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    page: import('#site/data/page-context.ts').PageContext
  }
}
