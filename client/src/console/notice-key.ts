import { console as texts } from '../i18n/en/console.ts';

type NoticeKey = Exclude<keyof typeof texts.notice, 'dismiss'>;

/** The text for a refused event; `other` for a code this version has no words for. */
export function noticeKey(code: string): NoticeKey {
  return code !== 'dismiss' && Object.hasOwn(texts.notice, code) ? (code as NoticeKey) : 'other';
}
