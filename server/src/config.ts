import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().default('127.0.0.1'),
    /** Loopback-only HTTP for LiveKit's webhooks; 0 is a free port, unset is none. */
    INTERNAL_PORT: port.optional(),
    DATABASE_URL: z.string().startsWith('postgres'),
    DEMO_DATABASE_URL: z.string().startsWith('postgres').optional(),
    LIVEKIT_URL: z.string().regex(/^wss?:\/\//, 'must begin with ws:// or wss://'),
    LIVEKIT_API_KEY: z.string().min(1),
    LIVEKIT_API_SECRET: z.string().min(32),
    PUBLIC_URL: z.url().optional(),
    PLUMBLINE_MODE: z.enum(['local', 'production']).default('production'),
    DATA_DIR: z.string().min(1),
    POSE_MODEL_DIR: z.string().min(1),
    CLIENT_DIR: z.string().min(1),
    PLUMBLINE_MASTER_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
      .optional(),
    TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z.string().includes('@').max(320).optional(),
    SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_GATEWAY_TOKEN: z.string().min(1).optional(),
    TLS_CERT_FILE: z.string().optional(),
    TLS_KEY_FILE: z.string().optional(),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .refine((env) => Boolean(env.TLS_CERT_FILE) === Boolean(env.TLS_KEY_FILE), {
    message: 'TLS_CERT_FILE and TLS_KEY_FILE go together',
    path: ['TLS_KEY_FILE'],
  })
  .refine((env) => Boolean(env.SMTP_URL) === Boolean(env.MAIL_FROM), {
    message: 'SMTP_URL and MAIL_FROM go together',
    path: ['MAIL_FROM'],
  });

export type Config = ReturnType<typeof readConfig>;

/** The configuration from the environment. Throws one line that names the variable. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${issue?.path.join('.') ?? 'The environment'}: ${issue?.message ?? 'is wrong'}`);
  }
  const values = parsed.data;
  const tls =
    values.TLS_CERT_FILE && values.TLS_KEY_FILE ? { cert: values.TLS_CERT_FILE, key: values.TLS_KEY_FILE } : null;
  const loopback = values.HOST === '127.0.0.1' || values.HOST === 'localhost' || values.HOST === '::1';
  const publicUrl = values.PUBLIC_URL ?? `${tls ? 'https' : 'http'}://localhost:${values.PORT}`;
  return {
    port: values.PORT,
    host: values.HOST,
    internalPort: values.INTERNAL_PORT ?? null,
    databaseUrl: values.DATABASE_URL,
    /** The demo signs anybody in, so it exists only on this machine's own address, in local mode. */
    demoDatabaseUrl: values.PLUMBLINE_MODE === 'local' && loopback ? (values.DEMO_DATABASE_URL ?? null) : null,
    livekit: { url: values.LIVEKIT_URL, apiKey: values.LIVEKIT_API_KEY, apiSecret: values.LIVEKIT_API_SECRET },
    publicUrl: publicUrl.replace(/\/$/, ''),
    /** Whether browsers reach us over TLS, ours or a proxy's: decides on `Secure` cookies. */
    secure: publicUrl.startsWith('https:'),
    simulation: values.PLUMBLINE_MODE === 'local' && loopback,
    dataDir: values.DATA_DIR,
    poseModelDir: values.POSE_MODEL_DIR,
    clientDir: values.CLIENT_DIR,
    masterKey: values.PLUMBLINE_MASTER_KEY ?? null,
    trustProxyHops: values.TRUST_PROXY_HOPS,
    tls,
    notifier: {
      mail: values.SMTP_URL && values.MAIL_FROM ? { url: values.SMTP_URL, from: values.MAIL_FROM } : null,
      sms: values.SMS_GATEWAY_URL ? { url: values.SMS_GATEWAY_URL, token: values.SMS_GATEWAY_TOKEN ?? null } : null,
    },
    logLevel: values.LOG_LEVEL,
  };
}
