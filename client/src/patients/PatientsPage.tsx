import { Copy, Plus, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import {
  Busy,
  Button,
  buttonClass,
  Empty,
  FindField,
  ProblemBanner,
  Segments,
  useShortcuts,
  useTitle,
} from '../ui/index.ts';
import { AddPatientPanel } from './AddPatientPanel.tsx';
import { PatientList } from './PatientList.tsx';
import { useSearch, type Where } from './useSearch.ts';
import './patients.css';

/** Finds patients as one types, and adds them. */
export function PatientsPage() {
  const { t } = useTranslation(['patients', 'duplicates']);
  const [text, setText] = useState('');
  const [where, setWhere] = useState<Where>('care');
  const [isAdding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();
  const search = useSearch(text, where);
  useTitle(t('title'));
  useShortcuts({ '/': () => field.current?.focus(), n: () => setAdding(true) });
  const [best] = search.patients;
  const isFound = search.typed === text.trim() && !search.isPlaceholderData;

  return (
    <div className="patients" data-adding={isAdding}>
      <div className="patients__head">
        <h1>{t('title')}</h1>
        <Link to="/duplicates" className={buttonClass({ look: 'quiet' })}>
          <Copy aria-hidden="true" />
          {t('duplicates:title')}
        </Link>
        {isAdding ? null : (
          <Button ref={addButton} look="primary" shortcut="N" onPress={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {t('add.open')}
          </Button>
        )}
      </div>
      <div className="patients__body">
        <section className="patients__found" aria-label={t('search.results')} aria-busy={search.isFetching}>
          <div className="patients__search">
            <FindField
              label={t('search.label')}
              clearLabel={t('search.clear')}
              placeholder={t('search.placeholder')}
              value={text}
              onChange={setText}
              onDone={() => best && isFound && void navigate(`/patients/${best.patientId}`)}
              onDown={() => document.querySelector<HTMLElement>('.patient-list a')?.focus()}
              inputRef={field}
            />
            <Segments
              label={t('search.where')}
              value={where}
              onChange={setWhere}
              options={[
                { value: 'care', label: t('search.care') },
                { value: 'clinic', label: t('search.clinic') },
              ]}
            />
          </div>
          {where === 'clinic' ? <p className="patients__hint">{t('search.clinicHint')}</p> : null}
          <ProblemBanner error={search.error} onRetry={() => void search.refetch()} />
          {search.isPending ? <Busy /> : <Found search={search} where={where} />}
        </section>
        {isAdding ? (
          <AddPatientPanel
            name={text.trim()}
            onClose={() => {
              setAdding(false);
              requestAnimationFrame(() => addButton.current?.focus());
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

function Found({ search, where }: { search: ReturnType<typeof useSearch>; where: Where }) {
  const { t } = useTranslation('patients');
  const { patients, total, typed } = search;
  if (patients.length === 0 && typed === '' && where === 'clinic') return null;
  if (patients.length === 0)
    return typed === '' ? (
      <Empty icon={Users} title={t('search.emptyTitle')}>
        <p>{t('search.emptyText')}</p>
      </Empty>
    ) : (
      <Empty icon={Users} title={t('search.none')}>
        <p>{t(where === 'care' ? 'search.noneCare' : 'search.noneClinic')}</p>
      </Empty>
    );
  return (
    <>
      <p className="patients__count" role="status">
        {t('search.count', { count: total })}
      </p>
      <PatientList patients={patients} label={t('search.results')} />
      {search.hasNextPage ? (
        <Button isPending={search.isFetchingNextPage} onPress={() => void search.fetchNextPage()}>
          {t('search.more')}
        </Button>
      ) : null}
    </>
  );
}
