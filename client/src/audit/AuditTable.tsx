import type { AuditEntry } from '@plumbline/shared/audit';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import { Button, VisuallyHidden } from '../ui/index.ts';
import { isGround, useDeedWords } from './words.ts';

interface AuditTableProps {
  entries: readonly AuditEntry[];
  /** What is shown is not what was asked for last; that is on its way. */
  isOld: boolean;
  onPatient: (patientId: string) => void;
}

/** A page of the log. */
export function AuditTable({ entries, isOld, onPatient }: AuditTableProps) {
  const { t } = useTranslation('audit');
  return (
    <section className="audit__scroll" aria-label={t('title')} aria-busy={isOld}>
      <table className="audit__table">
        <thead>
          <tr>
            {(['when', 'who', 'deed', 'about', 'why', 'where', 'outcome'] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.seq} entry={entry} onPatient={onPatient} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ entry, onPatient }: { entry: AuditEntry; onPatient: (patientId: string) => void }) {
  const { t } = useTranslation('audit');
  const deed = useDeedWords();
  const format = new Intl.DateTimeFormat(useFormatLocale(), { dateStyle: 'short', timeStyle: 'medium' });
  const { at, actor, action, why, address, outcome } = entry;
  return (
    <tr data-outcome={outcome}>
      <td>
        <time dateTime={at}>{format.format(new Date(at))}</time>
      </td>
      <td>
        {actor.name ?? t('erased')} <small>{t(`kind.${actor.kind}` as 'kind.staff')}</small>
      </td>
      <td>{deed(action)}</td>
      <td>
        <About entry={entry} onPatient={onPatient} />
      </td>
      <td>{isGround(why) ? t(`ground.${why}`) : why}</td>
      <td>{address}</td>
      <td>{t(outcome === 'refused' ? 'refused' : 'done')}</td>
    </tr>
  );
}

function About({ entry: { subject }, onPatient }: { entry: AuditEntry; onPatient: (patientId: string) => void }) {
  const { t } = useTranslation('audit');
  if (!subject) return null;
  const name = subject.name ?? t('erased');
  const text = subject.kind === 'encounter' ? t('visitOf', { name }) : name;
  const { patientId } = subject;
  if (!patientId) return text;
  return (
    <Button look="quiet" onPress={() => onPatient(patientId)}>
      {text}
      <VisuallyHidden>, {t('onlyThis')}</VisuallyHidden>
    </Button>
  );
}
