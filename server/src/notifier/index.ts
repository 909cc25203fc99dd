export { createNotifier } from './configured-notifier.ts';
export { CHANNELS, type Channel, type Message, type Notifier } from './notifier.ts';
