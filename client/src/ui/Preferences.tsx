import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES, type Language, useLanguage } from '../i18n/index.ts';
import { IconButton } from './IconButton.tsx';
import { Segments } from './Segments.tsx';
import { changeTheme, THEMES, useTheme } from './theme.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon };
const OPTIONS = (Object.keys(LANGUAGES) as Language[]).map((value) => ({
  value,
  label: <span lang={value}>{value.toUpperCase()}</span>,
  name: LANGUAGES[value],
}));

/** Language and appearance, remembered on this device. */
export function Preferences() {
  const { t } = useTranslation();
  const theme = useTheme();
  const Icon = ICONS[theme];
  const following = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <div className="preferences">
      <Segments
        label={t('language')}
        value={useLanguage()}
        options={OPTIONS}
        onChange={(language) => void changeLanguage(language)}
      />
      <IconButton
        label={`${t('theme.label')}: ${t(`theme.${theme}`)}`}
        icon={<Icon aria-hidden="true" />}
        onPress={() => changeTheme(following)}
      />
    </div>
  );
}
