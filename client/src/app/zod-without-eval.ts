import { z } from 'zod';

// Must run before any schema is created: zod tries `new Function` once, which our Content-Security-Policy reports.
z.config({ jitless: true });
