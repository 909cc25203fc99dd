const IN_APP =
  /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Line\/|MicroMessenger|GSA\/|Snapchat|TikTok|LinkedInApp|Twitter|; wv\)/;
/** Another app's window on an iPhone leaves out Safari's name. */
const APPLE_WINDOW = /(iPhone|iPad)(?!.*(Safari|CriOS|FxiOS|EdgiOS))/;

/** The real browser to recommend where this is another app's own window, which often has no camera; null in a real one. */
export function inAppBrowser(userAgent: string): string | null {
  if (!IN_APP.test(userAgent) && !APPLE_WINDOW.test(userAgent)) return null;
  return /iPhone|iPad/.test(userAgent) ? 'Safari' : 'Chrome';
}
