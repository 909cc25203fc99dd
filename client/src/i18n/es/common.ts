import type { common as english } from '../en/common.ts';
import type { TextsLike } from '../texts.ts';

export const common: TextsLike<typeof english> = {
  appName: 'Plumbline',
  skipToContent: 'Ir al contenido',
  loading: 'Cargando…',
  retry: 'Intentar de nuevo',
  cancel: 'Cancelar',
  close: 'Cerrar',
  back: 'Volver',
  dismiss: 'Descartar',
  home: 'Inicio',
  language: 'Idioma',
  theme: { label: 'Apariencia', system: 'Como el dispositivo', light: 'Clara', dark: 'Oscura' },
  time: { minutes_one: '{{count}} minuto', minutes_other: '{{count}} minutos', justNow: 'ahora mismo' },
  side: { left: 'izquierda', right: 'derecha' },
  offline: {
    title: 'Sin conexión',
    text: 'Plumbline no puede llegar a su servidor. Sigue intentándolo; lo que ve puede no estar al día.',
  },
  error: {
    title: 'Algo ha fallado',
    text: 'Esta página ha encontrado un error imprevisto. Nada de lo guardado se ha perdido.',
    reload: 'Cargar la página de nuevo',
    notFoundTitle: 'No existe esa página',
    notFoundText: 'La dirección puede estar mal escrita, o lo que mostraba ya no está.',
    toStart: 'Ir a la página de inicio',
    outdatedTitle: 'Plumbline se ha actualizado',
    outdatedText: 'Esta página es anterior a la actualización. Cárguela de nuevo para continuar.',
  },
};
