import { Navigate, useParams } from 'react-router';
import { useEncounter } from '../encounter/index.ts';
import { Console } from './Console.tsx';
import { ConsoleGate } from './ConsoleGate.tsx';
import './console.css';

/** The therapist's side of one visit. */
export function ConsolePage() {
  const { encounterId = '' } = useParams();
  return <Held key={encounterId} encounterId={encounterId} />;
}

function Held({ encounterId }: { encounterId: string }) {
  const encounter = useEncounter(encounterId, 'therapist');
  const { status, state, role } = encounter;
  if (status !== 'ready' || !state) return <ConsoleGate encounter={encounter} />;
  // Who only reads the chart has no part in the visit.
  if (state.status === 'ended' || role === 'reader') return <Navigate to={`/visits/${encounterId}/summary`} replace />;
  return <Console encounter={encounter} state={state} />;
}
