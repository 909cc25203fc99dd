import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { basePath } from '../http/index.ts';
import { Busy } from '../ui/index.ts';

import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

type Page = () => Promise<{ Component: ComponentType }>;

function page(path: string, lazy: Page): RouteObject {
  return { path, lazy };
}

const patientPages = Object.values(
  import.meta.glob<ComponentType>('../patient/PatientApp.tsx', { import: 'PatientApp' }),
).map((load) => page('visit', async () => ({ Component: await load() })));

/** Every page of the client; each loads when it is opened. */
const routes: RouteObject[] = [
  {
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <Busy />,
    children: [...patientPages, { path: '*', element: <NotFoundPage /> }],
  },
];

export function createAppRouter() {
  return createBrowserRouter(routes, { basename: basePath() });
}
