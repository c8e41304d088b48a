/**
 * The first version. MongoDB has no tables to make: Payload makes the indexes when it connects, and
 * this migration marks the database as one that has begun.
 */
export async function up(): Promise<void> {}

export async function down(): Promise<void> {}
