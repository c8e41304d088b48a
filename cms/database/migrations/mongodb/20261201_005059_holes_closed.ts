import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

/** Nothing to do where only fields come or go: MongoDB has no columns. */
export async function up(_args: MigrateUpArgs): Promise<void> {}

export async function down(_args: MigrateDownArgs): Promise<void> {}
