import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { en } from './en/index.ts';
import { firstLanguage, formatLocale, isLanguage, type Language } from './languages.ts';

export { LANGUAGES, type Language } from './languages.ts';

const REMEMBERED = 'plumbline.language';

const load: Record<Language, () => Promise<Record<string, object>>> = {
  en: async () => ({ ...(await import('./en/index.ts')).en }),
  es: async () => ({ ...(await import('./es/index.ts')).es }),
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** Loads the first language's texts and writes the language on the page. Call once, before the first page is drawn. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage(remembered(), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: { ...(await load[language]()) } },
    interpolation: { escapeValue: false },
  });
  onPage(language);
}

/** Shows every text in another language and remembers it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  for (const [namespace, texts] of Object.entries(await load[language]())) {
    i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
  onPage(language);
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing still shows the language now.
  }
}

/** The language shown now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

/** The locale for dates and numbers, a BCP 47 tag. */
export function useFormatLocale(): string {
  return formatLocale(useLanguage(), navigator.languages);
}

function onPage(language: Language) {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
