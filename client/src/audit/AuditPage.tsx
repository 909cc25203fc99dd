import { listAudit, listAuditChoices } from '@plumbline/shared/audit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { call } from '../http/index.ts';
import { Busy, Button, Empty, ProblemBanner, useTitle } from '../ui/index.ts';
import { AuditExport } from './AuditExport.tsx';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { AuditTable } from './AuditTable.tsx';
import { readWanted, toFilters, type WantedEntries, writeWanted } from './filters.ts';
import './audit.css';

/** For the administrator: the clinic's log, filtered by who, what, whom and when. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  useTitle(t('title'));
  const [search, setSearch] = useSearchParams();
  const [before, setBefore] = useState<number | null>(null);
  const wanted = readWanted(search);
  const filters = toFilters(wanted);
  const choices = useQuery({
    queryKey: ['audit-choices'],
    queryFn: ({ signal }) => call(listAuditChoices, { signal }),
  });
  const page = useQuery({
    queryKey: ['audit', filters, before],
    queryFn: ({ signal }) => call(listAudit, { query: { ...filters, ...(before ? { before } : {}) }, signal }),
    placeholderData: keepPreviousData,
  });
  const want = (change: Partial<WantedEntries>) => {
    setBefore(null);
    setSearch(writeWanted({ ...wanted, ...change }));
  };
  const entries = page.data?.entries ?? [];
  const last = entries.at(-1)?.seq ?? null;
  return (
    <div className="audit">
      <header className="audit__head">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
        <AuditExport filters={filters} />
      </header>
      <AuditFilterBar wanted={wanted} choices={choices.data} entries={entries} onWant={want} />
      {page.error ? <ProblemBanner error={page.error} onRetry={() => void page.refetch()} /> : null}
      {page.isPending ? <Busy /> : null}
      {page.data && entries.length === 0 ? (
        <Empty icon={ScrollText} title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      ) : null}
      {entries.length > 0 ? (
        <AuditTable entries={entries} isOld={page.isPlaceholderData} onPatient={(patientId) => want({ patientId })} />
      ) : null}
      <div className="audit__pages">
        {before === null ? null : <Button onPress={() => setBefore(null)}>{t('newest')}</Button>}
        {page.data?.more && last ? <Button onPress={() => setBefore(last)}>{t('older')}</Button> : null}
      </div>
    </div>
  );
}
