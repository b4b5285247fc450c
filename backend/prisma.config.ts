import { defineConfig } from 'prisma/config';

// For Prisma's own commands only (generate here, `prisma migrate deploy` elsewhere).
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
