import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`reader_data_acts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`collection_name\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`act\` text NOT NULL,
  	\`field\` text,
  	\`old_words\` text,
  	\`new_words\` text,
  	\`actor_id\` text,
  	\`actor_name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`reader_data_acts_document_id_idx\` ON \`reader_data_acts\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`reader_data_acts_actor_idx\` ON \`reader_data_acts\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`reader_data_acts_updated_at_idx\` ON \`reader_data_acts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reader_data_acts_created_at_idx\` ON \`reader_data_acts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`act\` text NOT NULL,
  	\`actor\` text,
  	\`actor_name\` text,
  	\`kind\` text,
  	\`collection_name\` text,
  	\`document_id\` text,
  	\`title\` text,
  	\`detail\` text,
  	\`network\` text,
  	\`count\` numeric DEFAULT 1 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_log_act_idx\` ON \`audit_log\` (\`act\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_actor_idx\` ON \`audit_log\` (\`actor\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_document_id_idx\` ON \`audit_log\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_updated_at_idx\` ON \`audit_log\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_created_at_idx\` ON \`audit_log\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`consent_withdrawn_at\` text;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`erased_at\` text;`)
  await db.run(sql`ALTER TABLE \`questions\` ADD \`consent_withdrawn_at\` text;`)
  await db.run(sql`ALTER TABLE \`questions\` ADD \`erased_at\` text;`)
  await db.run(sql`ALTER TABLE \`feedback\` ADD \`consent_withdrawn_at\` text;`)
  await db.run(sql`ALTER TABLE \`feedback\` ADD \`erased_at\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`text_state\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`password_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`reset_password_requested_at\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`reader_data_acts\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`reset_password_requested_at\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`lock_until\` text;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`password_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`consent_withdrawn_at\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`erased_at\`;`)
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`consent_withdrawn_at\`;`)
  await db.run(sql`ALTER TABLE \`questions\` DROP COLUMN \`erased_at\`;`)
  await db.run(sql`ALTER TABLE \`feedback\` DROP COLUMN \`consent_withdrawn_at\`;`)
  await db.run(sql`ALTER TABLE \`feedback\` DROP COLUMN \`erased_at\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`text_state\`;`)
}
