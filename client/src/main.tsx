import './app/zod-without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/ui.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startI18n } from './i18n/index.ts';
import { startTheme } from './ui/theme.ts';

startTheme();
await startI18n();
const place = document.getElementById('app');
if (!place) throw new Error('The page has no #app.');
createRoot(place).render(<App />);
