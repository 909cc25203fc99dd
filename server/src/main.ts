import { startServer } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';

const LONGEST_CLOSE_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const server = await startServer(config, log);
  if (server.setUpLink) console.log(`Set up your clinic: ${server.setUpLink}`);
  log.info({ port: server.port }, 'listening');
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    // Whatever hangs must not keep the process: everything acknowledged is in the database.
    setTimeout(() => process.exit(1), LONGEST_CLOSE_MS).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

main().catch((error: unknown) => {
  console.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
