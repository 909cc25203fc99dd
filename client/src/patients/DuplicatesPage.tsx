import { listDuplicates, mergePatients, type PatientFound, previewMerge } from '@plumbline/shared/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v4 as uuid } from 'uuid';
import { call, isProblem } from '../http/index.ts';
import { Banner, Busy, Button, Empty, ProblemBanner, useTitle } from '../ui/index.ts';
import { PatientLine } from './PatientList.tsx';
import './patients.css';

/** Records that may be of one person, in pairs, and the way to make them one. */
export function DuplicatesPage() {
  const { t } = useTranslation(['duplicates', 'patients']);
  useTitle(t('title'));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['duplicates'],
    queryFn: ({ signal }) => call(listDuplicates, { signal }),
  });
  return (
    <div className="referrals">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <ProblemBanner error={error} onRetry={() => void refetch()} />
      {isPending ? <Busy /> : null}
      {data?.pairs.length === 0 ? (
        <Empty icon={Copy} title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
        </Empty>
      ) : null}
      {data?.pairs.map(({ a, b, sameness }) => (
        <Pair
          key={a.patientId + b.patientId}
          a={a}
          b={b}
          why={sameness.map((what) => t(`patients:same.${what}`)).join(', ')}
        />
      ))}
    </div>
  );
}

function Pair({ a, b, why }: { a: PatientFound; b: PatientFound; why: string }) {
  const { t } = useTranslation('duplicates');
  const [kept, setKept] = useState<PatientFound | null>(null);
  return (
    <article className="card referral" aria-label={`${a.displayName}, ${b.displayName}`}>
      <p className="patients__hint">{why}</p>
      {[a, b].map((one) => (
        <div key={one.patientId} className="plain-list__row">
          <span className="pair__who">
            <PatientLine patient={one} />
          </span>
          <Button look={kept === one ? 'primary' : 'plain'} onPress={() => setKept(one)}>
            {t('keep')}
          </Button>
        </div>
      ))}
      {kept ? (
        <Preview
          key={kept.patientId}
          keptId={kept.patientId}
          otherId={(kept === a ? b : a).patientId}
          onCancel={() => setKept(null)}
        />
      ) : null}
    </article>
  );
}

function Preview({ keptId, otherId, onCancel }: { keptId: string; otherId: string; onCancel: () => void }) {
  const { t } = useTranslation(['duplicates', 'patients', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(() => uuid());
  const params = { patientId: keptId };
  const preview = useQuery({
    queryKey: ['merge', keptId, otherId],
    queryFn: ({ signal }) => call(previewMerge, { params, body: { otherId }, signal }),
    staleTime: 0,
  });
  const merge = useMutation({
    mutationFn: (versions: { keptVersion: number; otherVersion: number }) =>
      call(mergePatients, { params, body: { id, otherId, ...versions } }),
    onSuccess: async () => {
      await navigate(`/patients/${keptId}`);
      for (const name of ['patients', 'patient', 'duplicates']) void queries.invalidateQueries({ queryKey: [name] });
    },
    onError: (error) => isProblem(error, 'version-conflict') && void preview.refetch(),
  });
  if (!preview.data) return preview.error ? <ProblemBanner error={preview.error} /> : <Busy />;
  const { kept, other, filled, differing } = preview.data;
  const joining = other.carers.filter((name) => !kept.carers.includes(name));
  const fields = (names: typeof filled) => names.map((name) => t(`patients:field.${name}`)).join(', ');
  return (
    <Banner kind="info" title={t('preview', { name: kept.displayName })} announce>
      <ul className="preview">
        <li>{t('moves', { count: other.visits })}</li>
        {joining.length > 0 ? <li>{t('joins', { names: joining.join(', ') })}</li> : null}
        {filled.length > 0 ? <li>{t('fills', { fields: fields(filled) })}</li> : null}
        {differing.length > 0 ? <li>{t('differs', { fields: fields(differing) })}</li> : null}
        <li>{t('undo')}</li>
      </ul>
      <ProblemBanner error={merge.error} />
      <div className="form__actions">
        <Button
          look="primary"
          isPending={merge.isPending}
          onPress={() => merge.mutate({ keptVersion: kept.version, otherVersion: other.version })}
        >
          {t('merge')}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </Banner>
  );
}
