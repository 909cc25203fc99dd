import { IDLE_MS, signOut } from '@plumbline/shared/people';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../http/index.ts';
import { lastInputMs, noteInput } from './idle.ts';

const LOOK_EVERY_MS = 15_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Signs out where nobody has touched a page for an hour: a page left open keeps asking the server by itself, so the server cannot tell. */
export function useIdleSignOut(): void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    const startedMs = Date.now();
    const note = () => noteInput(Date.now());
    note();
    for (const input of INPUTS) window.addEventListener(input, note, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() < Math.max(startedMs, lastInputMs(startedMs)) + IDLE_MS) return;
      void (async () => {
        await call(signOut, { body: {} }).catch(() => {});
        await navigate('/sign-in?idle=1', { replace: true });
        queries.clear();
      })();
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const input of INPUTS) window.removeEventListener(input, note);
    };
  }, [queries, navigate]);
}
