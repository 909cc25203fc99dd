import { type AuditFilters, exportAudit } from '@plumbline/shared/audit';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Button, ProblemBanner } from '../ui/index.ts';
import { saveAs } from './download.ts';
import { dayOf } from './filters.ts';

const MEDIA_TYPES = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** Saves what the filters leave as a file. */
export function AuditExport({ filters }: { filters: AuditFilters }) {
  const { t } = useTranslation('audit');
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'json') => {
      const made = await call(exportAudit, { body: { ...filters, format } });
      saveAs(`plumbline-log-${dayOf(new Date())}.${format}`, MEDIA_TYPES[format], made.text);
      return made;
    },
  });
  return (
    <div className="audit__export">
      <Button isPending={save.isPending} onPress={() => save.mutate('csv')}>
        <Download aria-hidden="true" />
        {t('exportCsv')}
      </Button>
      <Button isPending={save.isPending} onPress={() => save.mutate('json')}>
        {t('exportJson')}
      </Button>
      <ProblemBanner error={save.error} />
      <p role="status">
        {save.data ? t(save.data.more ? 'exportedPart' : 'exported', { count: save.data.entries }) : null}
      </p>
    </div>
  );
}
