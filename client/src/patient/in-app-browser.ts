const IN_APP = /FBAN|FBAV|Instagram|WhatsApp|Line\/|MicroMessenger|GSA\/|Snapchat|TikTok|; wv\)/;

/** The real browser to recommend where this is another app's own window, which often has no camera; null in a real one. */
export function inAppBrowser(userAgent: string): string | null {
  if (!IN_APP.test(userAgent)) return null;
  return /iPhone|iPad/.test(userAgent) ? 'Safari' : 'Chrome';
}
