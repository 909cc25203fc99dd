import type { Provenance } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { viewKey } from './view-key.ts';

/** How a value came about, in one quiet line. */
export function ProvenanceLine({ provenance, what }: { provenance: Provenance | null; what: string }) {
  const { t } = useTranslation('summary');
  if (!provenance) return null;
  const { source, model, algorithmVersion, modelHash, view, poseFps } = provenance;
  return (
    <p className="provenance">
      {[
        t(`source.${source}`),
        t(`view.${viewKey(view)}`, { view }),
        what,
        t('algorithm', { version: algorithmVersion }),
        t('model', { model, hash: modelHash.slice(0, 8) }),
        t('fps', { fps: Math.round(poseFps) }),
      ].join(' · ')}
    </p>
  );
}
