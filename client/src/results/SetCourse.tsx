import type { SetState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import { courseOf, curveOf, LEAST_POINTS } from './set-course.ts';

const BOX = { width: 220, height: 44 };
const MARGIN = 5;

/** Range and lifting speed over a set, one small picture each; what they mean is the therapist's to say. */
export function SetCourse({ set }: { set: Pick<SetState, 'repetitions' | 'struck'> }) {
  const { t } = useTranslation('results');
  const course = courseOf(set);
  const [first, last] = [course[0], course.at(-1)];
  if (course.length < LEAST_POINTS || !first || !last) return null;
  const label = t('course.label', {
    count: course.length,
    rangeFrom: Math.round(first.rangeDegrees),
    rangeTo: Math.round(last.rangeDegrees),
    speedFrom: Math.round(first.speed),
    speedTo: Math.round(last.speed),
  });
  return (
    <figure className="course">
      <figcaption>
        {t('course.title')} <small className="course__hint">{t('course.hint')}</small>
      </figcaption>
      <p className="visually-hidden">{label}</p>
      <Curve name={t('course.range')} values={course.map(({ rangeDegrees }) => rangeDegrees)} />
      <Curve name={t('course.speed')} values={course.map(({ speed }) => speed)} />
    </figure>
  );
}

function Curve({ name, values }: { name: string; values: readonly number[] }) {
  const format = new Intl.NumberFormat(useFormatLocale(), { maximumFractionDigits: 0 });
  const points = curveOf(values, BOX);
  const whole = { x: -MARGIN, y: -MARGIN, width: BOX.width + 2 * MARGIN, height: BOX.height + 2 * MARGIN };
  return (
    <div className="course__curve" aria-hidden="true">
      <span>{name}</span>
      <b>{format.format(values[0] ?? 0)}</b>
      <svg
        viewBox={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <line x1={0} x2={BOX.width} y1={BOX.height} y2={BOX.height} />
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ x, y }) => (
          <path key={x} d={`M${x} ${y}h0.01`} />
        ))}
      </svg>
      <b>{format.format(values.at(-1) ?? 0)}</b>
    </div>
  );
}
